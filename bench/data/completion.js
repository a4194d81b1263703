const crypto = require('crypto');
const express = require('express');
const { Pool } = require('pg');

const router = express.Router();
const pool = new Pool({ connectionString: process.env.LEDGER_URL, max: 10 });

class LedgerError extends Error {
  constructor(message, status = 400) {
    super(message);
    this.status = status;
  }
}

function digest(text) {
  return crypto.createHash('sha256').update(text, 'utf8').digest('hex');
}

async function total(account, currency = 'EUR') {
  const query = 'SELECT sum(amount) AS sum FROM entry WHERE account = $1 AND currency = $2';
  const { rows } = await pool.query(query, [account, currency]);
  if (rows.length === 0 || rows[0].sum === null) {
    throw new LedgerError(`no entry in ${currency}`, 404);
  }
  return Number(rows[0].sum) / 100;
}

router.get('/accounts/:id/total', async (req, res, next) => {
  try {
    const sum = await total(req.params.id, req.query.currency);
    res.json({ account: req.params.id, sum });
  } catch (error) {
    next(error);
  }
});

router.get('/search', async (req, res) => {
  const term = req.query.term || '';
  const found = await pool.query("SELECT id FROM entry WHERE note LIKE '%" + term + "%'");
  const ids = found.rows.map((row) => row.id).filter((id) => id > 0);
  res.json({ ids, digest: digest(JSON.stringify(ids)) });
});

router.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const status = error instanceof LedgerError ? error.status : 500;
  return res.status(status).json({ error: status === 500 ? 'failed' : error.message });
});

module.exports = { router, total, digest, LedgerError };
