package io.trunkline.rmi.service;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** For JDK Flight Recorder: a client fell behind further than the log reaches, and has to start over. */
@Name("io.trunkline.SessionReset")
@Label("Session reset")
@Description("A client fell behind further than the log reaches, and has to start over")
final class SessionResetEvent extends LateClientEvent {}
