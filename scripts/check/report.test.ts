import { expect, it } from 'vitest';
import { closing, screen } from './report.ts';

it('the closing line counts, and names what was skipped only when there was some', () => {
  expect(closing({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closing({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});

it('shows the screen on which a story stumbled, without what stands around it', () => {
  const written = [
    '# Error details',
    '- banner:',
    '- main:',
    '  - link "Papers":',
    '    - /url: /x',
    '```',
    '# Test source',
  ];
  expect(screen(written.join('\n'))).toBe('- main:\n  - link "Papers":\n');
});
