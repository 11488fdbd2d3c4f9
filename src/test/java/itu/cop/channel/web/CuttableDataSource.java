package itu.cop.channel.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away. */
class CuttableDataSource extends DelegatingDataSource {
    private volatile boolean away;

    CuttableDataSource(DataSource real) {
        super(real);
    }

    void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLException("away");
        }
        return super.getConnection();
    }
}
