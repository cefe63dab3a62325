package io.trunkline.rmi.access;

import java.util.Optional;

/**
 * A client that a service knows.
 *
 * @param name its name, under which its orders are known
 * @param rights what it may do
 * @param token what is kept of its token; empty if it proves itself by a certificate only
 */
record Client(String name, Rights rights, Optional<TokenHash> token) {}
