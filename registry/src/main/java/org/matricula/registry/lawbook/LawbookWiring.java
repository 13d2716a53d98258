package org.matricula.registry.lawbook;

import org.matricula.law.desk.DecisionDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one desk of this server, with every pack on the class path.
@Configuration(proxyBeanMethods = false)
class LawbookWiring {
    @Bean
    DecisionDesk decisionDesk() {
        return DecisionDesk.ofServices();
    }
}
