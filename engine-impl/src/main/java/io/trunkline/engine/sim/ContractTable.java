package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contracts that a gateway knows: the shipped ones and those that the user lists, which win. Finds the contract of
 * a recorded row by its symbol and, where the row has one, its exchange. Filled while connecting, then only read.
 */
final class ContractTable {

    private final Map<InstrumentId, Contract> contracts = new LinkedHashMap<>();
    private final Map<String, List<Contract>> bySymbol = new HashMap<>();
    private final Map<String, Contract> byText = new HashMap<>();

    /** The contracts of the shipped recordings. The recordings do not state them. */
    static List<Contract> shipped(String gateway) {
        Contract.Builder futures = Contract.builder().gateway(gateway).product(Product.FUTURES).size(10).minVolume(1)
                .stopSupported(true);
        return List.of(
                futures.instrument(new InstrumentId("AP010", Exchange.CZCE)).name("苹果010").priceTick(1).build(),
                futures.instrument(new InstrumentId("AP101", Exchange.CZCE)).name("苹果101").priceTick(1).build(),
                futures.instrument(new InstrumentId("ru1901", Exchange.SHFE)).name("橡胶1901").priceTick(5).build());
    }

    void add(Contract contract) {
        InstrumentId id = contract.instrument();
        Contract old = contracts.put(id, contract);
        byText.put(id.toString(), contract);
        List<Contract> namesakes = bySymbol.computeIfAbsent(id.symbol(), symbol -> new ArrayList<>(1));
        namesakes.remove(old);
        namesakes.add(contract);
    }

    Collection<Contract> all() {
        return contracts.values();
    }

    Contract get(InstrumentId id) {
        return contracts.get(id);
    }

    /** The contract of a symbol; null if there is none, or without an exchange if several exchanges list the symbol. */
    Contract find(String symbol, String exchange) {
        if (!exchange.isEmpty()) return byText.get(symbol + "." + exchange);
        List<Contract> namesakes = bySymbol.get(symbol);
        return namesakes == null || namesakes.size() > 1 ? null : namesakes.get(0);
    }

    /**
     * The contract of a recorded instrument.
     *
     * @throws RecordingException if there is none; the message tells how to list it
     */
    Contract require(String symbol, String exchange, String place) throws RecordingException {
        Contract contract = find(symbol, exchange);
        if (contract != null) return contract;
        if (exchange.isEmpty() && bySymbol.containsKey(symbol)) {
            throw new RecordingException(place + ": several exchanges list " + symbol
                    + " and the row names none; leave the others out of the file of the setting contracts");
        }
        throw new RecordingException(place + ": no contract lists " + text(symbol, exchange) + "; add a line such as '"
                + symbol + "," + (exchange.isEmpty() ? "CZCE" : exchange)
                + ",10,1' under the header 'symbol,exchange,size,"
                + "pricetick' to a file and name it in the setting contracts");
    }

    static String text(String symbol, String exchange) {
        return exchange.isEmpty() ? symbol : symbol + "." + exchange;
    }
}
