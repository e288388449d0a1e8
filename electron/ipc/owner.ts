import { setTimeout as wait } from 'node:timers/promises'
import { existsSync } from 'node:fs'
import { addressOfOwner, claimVault, type CoreAddress } from '#electron/store/ownership'

/** How long a core that has just started may take to say where it listens, in milliseconds. */
const patience = 5000

/** The core that owns a vault now; null when none does. What a killed core left behind is cleared away. */
export async function ownerOf(folder: string): Promise<CoreAddress | null> {
  if (!existsSync(folder)) return null
  for (let waited = 0; waited < patience; waited += 50) {
    const claim = claimVault(folder)
    if (claim) {
      claim.release()
      return null
    }
    const address = addressOfOwner(folder)
    if (address) return address
    await wait(50)
  }
  return null
}
