import { Pool } from "pg";

export class AccountRepository {
  constructor(private readonly pool: Pool) {}

  async find(reference: string): Promise<Account[]> {
    // ruleid: javascript-sql-injection
    const answer = await this.pool.query(`SELECT * FROM accounts WHERE reference = '${reference}'`);
    return answer.rows;
  }

  async findBound(reference: string): Promise<Account[]> {
    // ok: javascript-sql-injection
    const answer = await this.pool.query("SELECT * FROM accounts WHERE reference = $1", [reference]);
    return answer.rows;
  }

  async first(): Promise<Account[]> {
    // ok: javascript-sql-injection
    return (await this.pool.query("SELECT * FROM accounts")).rows;
  }
}

export async function search(req: Request, res: Response) {
  // ruleid: javascript-sql-injection
  res.json(await sequelize.query("SELECT * FROM items WHERE name = '" + req.params.name + "'"));
}
