/**
 * Who may connect to a service and what they may do there: clients and their rights, log-in, the check of every
 * request, and the audit file.
 */
package io.trunkline.rmi.access;
