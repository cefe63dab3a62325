package io.trunkline.rmi.service;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** For JDK Flight Recorder: a client is so far behind that outdated ticks are left out. */
@Name("io.trunkline.Conflation")
@Label("Conflation begins")
@Description("A client is so far behind that outdated ticks are left out")
final class ConflationEvent extends LateClientEvent {}
