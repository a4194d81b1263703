#!/usr/bin/env node
'use strict';
import React, { useState as use, useEffect } from 'react';
import * as store from './store';
import './style.css';

// A comment.
const express = require('express');
export const LIMIT = 10, NAME = 'a\n' + `limit ${LIMIT + 1}`;

export default async function* accounts(request, { name, size: length = 1 }, [first], ...rest) {
  const { id } = request.query;
  const rows = await store.query(`SELECT * FROM accounts WHERE id = ${id}`);
  for (const row of rows) {
    if (row?.name?.[0] === 'x' && !first) continue;
    yield* row;
  }
  for (let i = 0, n = 5; i < n; i++) total += i ** 2;
  for (const key in rest) {
    delete rest[key];
  }
}

class Account extends Base {
  static #count = 0;
  balance = 1.5;

  constructor(owner) {
    super(owner);
    this.owner = owner ?? undefined;
  }

  get name() {
    return typeof this.owner === 'string' ? this.owner : null;
  }

  async withdraw(amount) {
    try {
      switch (amount) {
        case 0:
        case 1:
          break;
        default:
          throw new RangeError('too much: ' + amount);
      }
    } catch (error) {
      console.log(error, /[a-z]+/gi);
    } finally {
      do {
        amount--;
      } while (amount > 0);
    }
  }
}

const View = ({ account, ...props }) => {
  const [open, setOpen] = use(false);
  return (
    <div className="account" {...props} onClick={() => setOpen(!open)}>
      <b>{account.name}</b> owes
      <Money amount={account.balance} html={{ __html: account.note }} />
    </div>
  );
};

module.exports = { Account, View, [NAME]: express(), run() { return 1; } };
