import { rounded } from '../../../app/protocol/rounding'
import { ratesToday } from '../../../app/records/rates'
import { recruitment, sampleComparison } from '../../../app/records/recruitment'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const ratesCommand: Command = {
  words: ['rates'],
  options: { region: { value: 'NAME' }, location: { value: 'NAME' } },
  about:
    'response, cooperation, refusal and contact rates, recruitment against target, the sample beside its population',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db }, study }) => {
      const part = { region: given.option('region'), location: given.option('location') }
      const { cases, classes, dispositions, e, rates, responseOfApproached } = await ratesToday(db, study, part)
      const { fit, others, ...sample } = await sampleComparison(db, study, part)
      const value = {
        study: study.code,
        cases,
        classes,
        dispositions,
        e,
        response_of_approached: responseOfApproached,
        rates,
        recruitment: await recruitment(db, study, part),
        sample: { ...sample, goodness_of_fit: fit, independence: others },
      }
      return answer(rounded(value, 6))
    }),
}
