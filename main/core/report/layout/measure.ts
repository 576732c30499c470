export type Weight = 400 | 600
/** How wide a text is, in points. */
export type Measure = (text: string, size: number, weight: Weight) => number
