import { expect, it } from 'vitest';
import { closing, screen } from './report.ts';

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
