package org.matricula.verifier.record;

/// The way out of the reader's depths; never leaves the package.
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reading.Fault fault;
    private final int offset;

    Rejection(Reading.Fault fault, int offset) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.offset = offset;
    }

    Reading.Fault fault() {
        return fault;
    }

    int offset() {
        return offset;
    }
}
