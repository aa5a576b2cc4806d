import type { FormVersion } from '../../../consent-forms'
import { day } from '../../../day'

/**
 * The paper form of the cohort of 2012: its wording is its authors' and is not copied. It had one signature for the
 * first three scopes, a box for the telephone, and forgot linkage to the register, which that cohort has by ethical
 * approval (protocol §6, decided).
 */
export const paper2011: FormVersion = {
  version: 'paper-2011',
  validFrom: day('2011-11-01'),
  validTo: day('2014-12-31'),
  cite: '§6',
  paper: true,
  title: { nl: 'Toestemming op papier, 2011', en: 'Consent on paper, 2011' },
  sections: [],
  boxes: [
    {
      box: 1,
      scope: 'take_part',
      question: { nl: 'Handtekening: meedoen aan het onderzoek.', en: 'Signature: taking part in the study.' },
    },
    {
      box: 2,
      scope: 'pseudonymous_processing',
      question: {
        nl: 'Dezelfde handtekening: antwoorden gebruiken onder een nummer.',
        en: 'The same signature: answers used under a number.',
      },
    },
    {
      box: 3,
      scope: 'approach_again',
      question: {
        nl: 'Dezelfde handtekening: na zes maanden weer gevraagd worden.',
        en: 'The same signature: to be asked again after six months.',
      },
    },
    {
      box: 4,
      scope: 'phone',
      question: { nl: 'Vakje: gebeld mogen worden.', en: 'Box: may be telephoned.' },
      asksTelephone: true,
    },
    {
      box: 5,
      scope: 'register_linkage',
      question: {
        nl: 'Niet op het formulier: kijken in het register, toegestaan door de ethische commissie.',
        en: 'Not on the form: looking in the register, allowed by the ethics committee.',
      },
    },
  ],
  capacity: { questions: [] },
  guardian: {
    neededBelowAge: 18,
    text: {
      nl: 'Voor wie jonger is dan 18, tekent ook een ouder of voogd.',
      en: 'For somebody under 18, a parent or guardian signs too.',
    },
  },
  declarations: {
    client: { nl: 'Getekend door de cliënt.', en: 'Signed by the client.' },
    interviewer: { nl: 'Getekend door de interviewer.', en: 'Signed by the interviewer.' },
    guardian: { nl: 'Getekend door ouder of voogd.', en: 'Signed by parent or guardian.' },
  },
}
