package io.trunkline.rmi.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A session object whose methods all do the same, with the method's name in front. */
final class Servant implements RpcSession, RpcService {

    private final UnaryOperator<byte[]> work;

    Servant(UnaryOperator<byte[]> work) {
        this.work = work;
    }

    /** One that answers the method's name and the argument. */
    static Servant echo() {
        return new Servant(UnaryOperator.identity());
    }

    private byte[] answer(String method, byte[] request) {
        byte[] result = work.apply(request);
        byte[] name = method.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(name, name.length + result.length);
        System.arraycopy(result, 0, all, name.length, result.length);
        return all;
    }

    @Override
    public byte[] open(byte[] request) {
        return answer("open", request);
    }

    @Override
    public byte[] subscribe(byte[] request) {
        return answer("subscribe", request);
    }

    @Override
    public byte[] unsubscribe(byte[] request) {
        return answer("unsubscribe", request);
    }

    @Override
    public byte[] sendOrder(byte[] request) {
        return answer("sendOrder", request);
    }

    @Override
    public byte[] cancelOrder(byte[] request) {
        return answer("cancelOrder", request);
    }

    @Override
    public byte[] sendQuote(byte[] request) {
        return answer("sendQuote", request);
    }

    @Override
    public byte[] cancelQuote(byte[] request) {
        return answer("cancelQuote", request);
    }

    @Override
    public byte[] queryHistory(byte[] request) {
        return answer("queryHistory", request);
    }

    @Override
    public byte[] queryAccounts(byte[] request) {
        return answer("queryAccounts", request);
    }

    @Override
    public byte[] queryPositions(byte[] request) {
        return answer("queryPositions", request);
    }

    @Override
    public byte[] outcome(byte[] request) {
        return answer("outcome", request);
    }

    @Override
    public byte[] lookUp(byte[] request) {
        return answer("lookUp", request);
    }

    @Override
    public byte[] act(byte[] request) {
        return answer("act", request);
    }

    @Override
    public byte[] beat(byte[] request) {
        return answer("beat", request);
    }

    @Override
    public byte[] close(byte[] request) {
        return answer("close", request);
    }
}
