import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pinOf } from '../../../app/protocol/instruments/battery'
import { studyProtocols } from '../../../app/protocol/studies/registry'

/** People answered these questions in these words: whoever changes one makes a new version, and adds its digest here (protocol §7). */
const PUBLISHED: Readonly<Record<string, string>> = {
  'background-client@1': '36b83140f12727fc',
  'background-supervisor@1': '99a95a74647dd04e',
  'changes-client@1': '54938d21cbc399eb',
  'changes-supervisor@1': '4d372bc0519695a7',
  'lapses@1': '3565807e9fcf791f',
  'talk-aid-debt-counselling-client@1': '4a0885914636e3fb',
  'talk-aid-debt-counselling-supervisor@1': 'c06be0c162fc3e53',
  'talk-aid-probation-client@1': '94db2645a7e2941d',
  'talk-aid-probation-supervisor@1': 'f409460f58ddde57',
  'talk-aid-shelter-client@1': 'ac669cf1d7183ac6',
  'talk-aid-shelter-supervisor@1': 'a5cbd41cf9940798',
  'talk-aid-work-integration-client@1': 'b4ca44dbbb5bd4c0',
  'talk-aid-work-integration-supervisor@1': '2d1435954890e1f0',
  'talk-aid-youth-protection-client@1': '32535fc1d839597b',
  'talk-aid-youth-protection-supervisor@1': 'd76ceb8f290f275f',
  'wa-gk-client@1': 'b02befc03f1a41fc',
  'wa-gk-supervisor@1': '3f6a27b2f751b700',
}

const digest = (instrument: unknown) =>
  createHash('sha256').update(JSON.stringify(instrument)).digest('hex').slice(0, 16)

describe('instruments', () => {
  test('no published version was edited, and each has its digest here', () => {
    const found = studyProtocols.flatMap(({ instruments }) =>
      instruments.map((one) => [pinOf(one), digest(one)] as const),
    )
    expect(Object.fromEntries(found)).toEqual(PUBLISHED)
  })
})
