/// Signing in: passwords, passkeys, second factors, sessions and the access of programs. Who a person is and may act
/// for is the directory's; how one shows to be that person is here.
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"flow", "page", "directory"})
@NullMarked
package org.matricula.registry.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
