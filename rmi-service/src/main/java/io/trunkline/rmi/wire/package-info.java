/**
 * The protocol between a service and its clients: remote interfaces, frames, messages, and sockets that do not trust
 * the other side. {@code rmi-service/doc/PROTOCOL.md} specifies the bytes.
 *
 * <p><b>Threads.</b> Writers, readers, encoders and decoders belong to one thread at a time. Everything else says so
 * itself.
 *
 * <p>Start reading at {@link io.trunkline.rmi.wire.RpcService}, {@link io.trunkline.rmi.wire.EventStream} and
 * {@link io.trunkline.rmi.wire.FrameEncoder}.
 */
package io.trunkline.rmi.wire;
