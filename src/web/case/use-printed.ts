import { useEffect } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { call } from '../http.ts';

/** For roles without a device store: a print reaches the read log at once. */
export function usePrinted(caseId: string): void {
  useEffect(() => {
    const opening = {
      ...{ id: uuid(), case_id: caseId, action: 'printed' },
      opened_at: new Date().toISOString(),
    };
    void call('/api/openings', z.unknown(), { method: 'POST', body: { openings: [opening] } });
  }, [caseId]);
}
