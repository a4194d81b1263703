package shop.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.sql.DataSource;

public class Ledger {
    private final DataSource source;

    public Ledger(DataSource source) {
        this.source = source;
    }

    public BigDecimal total(String account, String currency) throws SQLException {
        String query = "SELECT sum(amount) FROM entry WHERE account = ? AND currency = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, account);
            statement.setString(2, currency);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next() || found.getBigDecimal(1) == null) {
                    throw new IllegalArgumentException("no entry in " + currency);
                }
                return found.getBigDecimal(1).movePointLeft(2);
            }
        }
    }

    public List<Long> search(HttpServletRequest request) throws SQLException {
        String term = request.getParameter("term");
        List<Long> ids = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet found =
                    statement.executeQuery("SELECT id FROM entry WHERE note LIKE '%" + term + "%'");
            while (found.next()) {
                ids.add(found.getLong("id"));
            }
        }
        ids.removeIf(id -> id <= 0);
        return ids;
    }
}
