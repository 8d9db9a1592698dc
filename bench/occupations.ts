/** Filled in with the index. */
export async function occupations(): Promise<void> {}
