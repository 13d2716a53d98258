package org.matricula.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// The few statements that come before there is a schema.
record Sql(DataSource on) {
    void execute(String statement) {
        try (Connection connection = on.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the database refuses: " + statement, e);
        }
    }

    boolean yes(String question) {
        try (Connection connection = on.getConnection();
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the database refuses: " + question, e);
        }
    }
}
