import type { Signed } from '../../app/mail/signed'

/** A study of which nothing but the title is set, and one of which all is. */
export const titled: Signed = {
  title: { nl: 'Onderzoek naar de werkalliantie', en: 'Study of the working alliance' },
  senderName: null,
  replyTo: null,
  signature: { nl: null, en: null },
}
export const signed: Signed = {
  ...titled,
  senderName: 'Onderzoek Werkalliantie',
  replyTo: 'onderzoek@koppel.example',
  signature: { nl: 'Het onderzoeksteam\nTelefoon 030 123 45 67', en: 'The research team\n<b>&' },
}
