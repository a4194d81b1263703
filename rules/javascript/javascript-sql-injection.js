const express = require("express");
const mysql = require("mysql2/promise");

app.get("/account", async (req, res) => {
  const reference = req.query.reference;
  // ruleid: javascript-sql-injection
  const [rows] = await connection.query("SELECT * FROM accounts WHERE reference = '" + reference + "'");
  // ok: javascript-sql-injection
  const [safe] = await connection.query("SELECT * FROM accounts WHERE reference = ?", [reference]);
  // ruleid: javascript-sql-injection
  await pool.query({ text: `SELECT * FROM log WHERE name = '${req.body.name}'` });
  // ok: javascript-sql-injection
  await pool.query({ text: "SELECT * FROM log WHERE name = $1", values: [req.body.name] });
  res.json(rows.concat(safe));
});

function findAccount(db, reference) {
  // ruleid: javascript-sql-injection
  return db.query(`SELECT * FROM accounts WHERE reference = '${reference}'`);
}

const byOwner = async (owner) => {
  const statement = "SELECT * FROM accounts WHERE owner = '" + owner + "'";
  // ruleid: javascript-sql-injection
  return knex.raw(statement);
};

class Accounts {
  async byName(name) {
    // ruleid: javascript-sql-injection
    return this.prisma.$queryRawUnsafe(`SELECT * FROM accounts WHERE name = '${name}'`);
  }

  async byNumber(number) {
    const checked = Number(number);
    // ok: javascript-sql-injection
    return this.connection.query(`SELECT * FROM accounts WHERE number = ${checked}`);
  }

  async run(sql) {
    // ok: javascript-sql-injection
    return this.pool.query(sql);
  }
}

async function sorted(req, db) {
  const column = req.query.order;
  if (!COLUMNS.includes(column)) {
    throw new Error("column");
  }
  // ok: javascript-sql-injection
  return db.query("SELECT * FROM accounts ORDER BY " + column);
}

async function listed(req, db) {
  // ok: javascript-sql-injection
  const rows = await db.query("SELECT * FROM accounts LIMIT 10");
  // ok: javascript-sql-injection
  return cache.get(req.query.key) || rows;
}
