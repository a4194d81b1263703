import { Component, type Input } from '@angular/core';
import fs = require('fs');

// A comment.
type Id = string | number[];

enum State {
  Open,
  Closed = 2,
}

interface Account<T> extends Base, Named<T> {
  readonly id: Id;
  note?: string;
  owner(name: string): Promise<void>;
}

declare const LIMIT: number;

@Component({ selector: 'account' })
export class View<T> extends Base<T> implements Account<T> {
  private readonly rows: Map<string, Array<number>> = new Map<string, any>();
  static count = 0;

  constructor(@Inject() private store: Store, public name?: string) {
    super();
  }

  @Get(':id')
  async find(@Param('id') id: string): Promise<Id> {
    const row = (await this.store.find<Id>(id))!;
    return <any>row as unknown as string;
  }

  protected check(this: View<T>, ...ids: string[]): asserts ids {
    try {
      ids.forEach((id: string, at) => this.rows.get(id)?.push(at));
    } catch (error: any) {
      throw error;
    }
  }
}

abstract class Shape {
  abstract area(): number;
}

namespace Util {
  export let debug = false;
  export function log(text: string, level: number = 1): void {
    if (debug) {
      console.log(`${level}: ${text}`);
    }
  }
}
