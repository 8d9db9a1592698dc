import { createTheme, type MantineColorsTuple } from '@mantine/core';
import type { MouseEvent } from 'react';

/** A quiet blue-green; shade 7 on white has a contrast of 6.6, on the sand ground 6.2. */
const teal: MantineColorsTuple = [
  '#eef6f6',
  '#dcebec',
  '#b6d6d9',
  '#8dc0c5',
  '#64a6ad',
  '#418c94',
  '#26757f',
  '#17606b',
  '#0f4c55',
  '#083840',
];
const sand: MantineColorsTuple = [
  '#faf8f4',
  '#f3efe7',
  '#e7e0d2',
  '#d8cdb8',
  '#c4b593',
  '#a8966e',
  '#877650',
  '#6a5c3d',
  '#4f442d',
  '#352d1d',
];
const clay: MantineColorsTuple = [
  '#fdf1ee',
  '#fae0d9',
  '#f2bfb1',
  '#e89a86',
  '#dc7860',
  '#cb5940',
  '#b5432b',
  '#97341f',
  '#752716',
  '#531a0e',
];

/** A browser says nothing of a file that is chosen twice: who has mended it meanwhile would wait for ever. */
function forgetChosen(event: MouseEvent<HTMLInputElement>): void {
  event.currentTarget.value = '';
}

/** Sizes for fingers: every control is 44 px or higher, text is 16 px. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal, sand, clay },
  black: '#22282b',
  fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'md' },
      // Long words of a language wrap on a narrow phone: nothing is wider than the screen.
      styles: {
        root: {
          ...{ display: 'inline-grid', alignItems: 'center', maxWidth: '100%' },
          ...{ height: 'auto', minHeight: 'max(2.75rem, var(--button-height))' },
        },
        inner: { height: 'auto' },
        label: { height: 'auto', whiteSpace: 'normal', lineHeight: 1.25, paddingBlock: '0.25rem' },
      },
    },
    // A state is read whole, in its own letters: capitals are longer, and some scripts have none.
    Badge: {
      styles: {
        root: { height: 'auto', maxWidth: '100%', textTransform: 'none', fontSize: '0.8125rem' },
        label: { overflow: 'visible', whiteSpace: 'normal', paddingBlock: '0.15rem' },
      },
    },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    // A browser keeps what is typed, in the open and beyond our reach, and offers it to whoever sits there next.
    TextInput: { defaultProps: { size: 'md', autoComplete: 'off' } },
    PasswordInput: { defaultProps: { size: 'md', autoComplete: 'off' } },
    Textarea: { defaultProps: { size: 'md', autoComplete: 'off' } },
    NativeSelect: { defaultProps: { size: 'md', autoComplete: 'off' } },
    NumberInput: { defaultProps: { size: 'md', autoComplete: 'off' } },
    Select: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    FileButton: { defaultProps: { inputProps: { onClick: forgetChosen } } },
    FileInput: { defaultProps: { fileInputProps: { onClick: forgetChosen } } },
    Modal: { defaultProps: { centered: true, radius: 'lg', zIndex: 300 } },
  },
});
