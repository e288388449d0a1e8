import { setTimeout as wait } from 'node:timers/promises'
import { addressOfOwner, claimVault, type CoreAddress } from '#electron/store/ownership'
import { readVaultFile } from '#electron/store/vault-file'

/** How long a core that has just started may take to say where it listens, in milliseconds. */
const patience = 5000

/** The core that owns a vault now; null when none does. What a killed core left behind is cleared away. */
export async function ownerOf(folder: string): Promise<CoreAddress | null> {
  // A folder that is no vault is left as it is: a lock file in it would not be its own.
  if (readVaultFile(folder).state === 'missing') return null
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
