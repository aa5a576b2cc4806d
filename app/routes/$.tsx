import { nothingHere } from './gate/enter'

/** Every address that is not in the table. */
export function loader() {
  throw nothingHere()
}

/** The same for whoever sends something there. */
export function action() {
  throw nothingHere()
}

export default function Nothing() {
  return null
}
