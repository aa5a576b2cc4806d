import type { Words } from '../speak'

export const signIn = {
  title: { nl: 'Aanmelden', en: 'Sign in' },
  about: {
    nl: 'Met uw eigen account. Toezichthouders hebben er geen: zij komen binnen met de link in hun bericht.',
    en: 'With your own account. Supervisors have none: they come in by the link in their message.',
  },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  submit: { nl: 'Aanmelden', en: 'Sign in' },
  failed: { nl: 'Dat lukte niet', en: 'That did not work' },
  wrong: {
    nl: 'E-mailadres en wachtwoord horen niet bij een account. Kijk ze na en probeer het opnieuw.',
    en: 'E-mail address and password do not belong to an account. Check them and try again.',
  },
  tooMany: {
    nl: ({ minutes }: { minutes: number }) => `Vanaf dit adres is te vaak geprobeerd. Wacht ${minutes} minuten.`,
    en: ({ minutes }: { minutes: number }) => `Too many attempts from this address. Wait ${minutes} minutes.`,
  },
  ended: { nl: 'U bent afgemeld', en: 'You are signed out' },
  again: {
    nl: 'Meld u aan om verder te gaan. Wie een uur niets doet, wordt afgemeld.',
    en: 'Sign in to go on. After an hour without a sign of life one is signed out.',
  },
  demo: { nl: 'Accounts van de proef', en: 'Accounts of the demonstration' },
  demoAbout: {
    nl: ({ password }: { password: string }) => `Een voor elke rol; het wachtwoord is steeds ${password}`,
    en: ({ password }: { password: string }) => `One for each role; the password is always ${password}`,
  },
} satisfies Words
