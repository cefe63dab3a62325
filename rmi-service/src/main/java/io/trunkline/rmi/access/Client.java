package io.trunkline.rmi.access;

import io.trunkline.engine.gateway.PaperPath;
import java.util.Optional;

/**
 * A client that a service knows.
 *
 * @param name its name, under which its orders are known
 * @param rights what it may do
 * @param paperRights the same where clients trade on paper: it sees the gateway at which it does, too
 * @param token what is kept of its token; empty if it proves itself by a certificate only
 */
record Client(String name, Rights rights, Rights paperRights, Optional<TokenHash> token) {

    Client(String name, Rights rights, Optional<TokenHash> token) {
        this(name, rights, rights.withGateway(PaperPath.gatewayOf(name)), token);
    }
}
