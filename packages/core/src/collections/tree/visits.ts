/** Tree nodes entered or combined since the start. Tests count with it that an operation grows with log n; nothing else reads it. */
export const visits: { count: number } = { count: 0 }
