import type { Shown } from '../../protocol/disclosure/small-cells'

/** Whether that many people are as many as figures need. */
export const isEnough = (n: Shown, fewest: number): boolean => typeof n === 'number' && n >= fewest
