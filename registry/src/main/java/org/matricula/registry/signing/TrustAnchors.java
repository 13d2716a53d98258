package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/// The roots under which this node's verifier accepts certificates: no other is worth declaring.
///
/// @param list asked each time, since the trust list may change while the node works
public record TrustAnchors(Supplier<List<X509Certificate>> list) {}
