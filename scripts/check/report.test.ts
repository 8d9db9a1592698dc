import { expect, it } from 'vitest';
import { close, closing, screen, settled } from './report.ts';

it('the closing line counts, and names what was skipped only when there was some', () => {
  expect(closing({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closing({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});

it('shows the screen on which a story stumbled, without what stands around it', () => {
  const written = `# Error details
- banner:
  - main [ref=f3e28]:
    - generic [ref=f3e29]:
      - link "Papers" [ref=f3e3] [cursor=pointer]:
        - /url: /x
      - button "Save" [ref=f3e4] [cursor=pointer]
\`\`\`
# Test source`;
  expect(screen(written)).toBe('  - main:\n      - button "Save"\n');
});

it('a story that was told twice counts once, as the second telling ended', () => {
  const lane = { name: 'lane', seconds: 1, skipped: 0, output: '' };
  const told = [
    { ...lane, passed: 3, failed: 2, stumbled: ['a.spec.ts', 'b.spec.ts'] },
    { ...lane, passed: 4, failed: 0, stumbled: [] },
  ];
  const again = { ...lane, passed: 2, failed: 0, stumbled: [] };
  expect(close(settled(told, again))).toBe(0);
  expect(settled(told, again).map(({ passed }) => passed)).toEqual([3, 4, 2]);
  const once = { ...again, passed: 1, failed: 1 };
  expect(close(settled(told, once))).toBe(1);
  // A lane that broke off before it could count is not told again.
  expect(close(settled([...told, { ...lane, passed: 0, failed: 1, stumbled: [] }], again))).toBe(1);
});
