// A process of its own that takes a file in until it is killed.
import { runImport } from '../../jobs/imports/run'
import { deskOfImport, givenImport } from './own-process'

const { desk, close } = deskOfImport()
await runImport(desk, givenImport().importId)
await close()
