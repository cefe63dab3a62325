package io.trunkline.rmi.service;

import io.trunkline.rmi.access.Access;
import io.trunkline.rmi.access.Audit;
import io.trunkline.rmi.access.RequestRates;

/**
 * What a service asks of clients and writes down of them.
 *
 * @param access who may come in, with which rights
 * @param rates how many requests they make
 * @param audit what is written down
 */
record Gate(Access access, RequestRates rates, Audit audit) implements AutoCloseable {

    @Override
    public void close() {
        audit.close();
    }
}
