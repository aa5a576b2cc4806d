import { runningEmbedded, stopEmbedded } from '../../../app/platform/embedded/server'
import { prepareHome } from '../../../app/platform/prepare'
import { choiceOption } from '../arguments'
import { answer, type Command } from '../command'

const ROLES = ['owner', 'vault', 'study', 'analyst'] as const

export const dbStart: Command = {
  words: ['db', 'start'],
  about: "start this home's database and bring it up to date; it stays until db stop",
  run: async (given) => {
    const { started, embedded } = await prepareHome({ home: given.home })
    return answer({ running: true, started, embedded })
  },
}

export const dbStop: Command = {
  words: ['db', 'stop'],
  about: "stop this home's database",
  run: async (given) =>
    answer({ running: false, stopped: (await runningEmbedded(given.home)) ? await stopEmbedded(given.home) : false }),
}

export const dbUrl: Command = {
  words: ['db', 'url'],
  options: { role: { value: ROLES.join('|') } },
  about: "the connection string of this home's database for a role, password included",
  run: async (given) => {
    const role = choiceOption(given, 'role', ROLES)
    const { connections } = await prepareHome({ home: given.home })
    return answer(given.json ? { role, url: connections[role] } : connections[role])
  },
}

export const migrateCommand: Command = {
  words: ['migrate'],
  about: 'bring the database up to date (every command does so first)',
  run: async (given) => {
    await prepareHome({ home: given.home })
    return answer({ migrated: true })
  },
}
