// Brings the database to this version: the one behind DATABASE_URL, else the embedded one of KOPPEL_HOME.
import { environment } from '../app/platform/environment'
import { prepareHome } from '../app/platform/prepare'

try {
  await prepareHome({ home: environment().home })
  console.log('the database is up to date')
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
