package org.matricula.app;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// For a story told in ordered tests: when one step failed, those after it are not tried.
final class StepByStep implements ExecutionCondition, AfterTestExecutionCallback {
    private static final Namespace FAILED = Namespace.create(StepByStep.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext step) {
        return story(step).get(step.getRequiredTestClass()) == null
                ? ConditionEvaluationResult.enabled("every step before this one was taken")
                : ConditionEvaluationResult.disabled("a step before this one failed");
    }

    @Override
    public void afterTestExecution(ExtensionContext step) {
        if (step.getExecutionException().isPresent()) {
            story(step).put(step.getRequiredTestClass(), step.getDisplayName());
        }
    }

    private static ExtensionContext.Store story(ExtensionContext step) {
        return step.getRoot().getStore(FAILED);
    }
}
