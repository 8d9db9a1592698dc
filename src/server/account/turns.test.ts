import { describe, expect, it } from 'vitest';
import { Busy } from '../problem-reply.ts';
import { turns } from './turns.ts';

describe('turns', () => {
  // Broken once by letting everybody in: sixty ran at once.
  it('let two work, forty wait in order, and send the rest away; failures give their place back', async () => {
    const inTurn = turns(2, 40);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = async (number: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      order.push(number);
      if (number % 2 === 0) throw new Error('failed');
      return 'done';
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, number) => inTurn(() => work(number))),
    );
    const busy = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && outcome.reason instanceof Busy,
    );
    expect([most, busy.length, order.length]).toEqual([2, 18, 42]);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(await inTurn(async () => 'free again')).toBe('free again');
  });
});
