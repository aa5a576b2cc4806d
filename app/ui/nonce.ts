import { createContext, useContext } from 'react'

/** The number that marks our own inline scripts to the browser; there on the server only. */
export const NonceContext = createContext<string | undefined>(undefined)

/** The nonce of this response; undefined in the browser. */
export const useNonce = (): string | undefined => useContext(NonceContext)
