// A matter of mine: read, who has it named, and taken back.

import { onMounted, ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { authorities, nameOf, type Authority } from '../tables'
import { useAttempt } from '../attempt'
import { t } from './words'

interface Calls<Matter> {
  read: (id: string) => Promise<Matter>
  withdraw: (id: string) => Promise<unknown>
}

export function useMatter<Matter>(calls: Calls<Matter>) {
  const id = String(useRoute().params.id)
  const matter = shallowRef<Matter>()
  const offices = shallowRef<Authority[]>([])
  const told = ref('')
  const { busy, grounds, attempt } = useAttempt()

  async function read() {
    const [found, all] = await Promise.all([
      attempt(() => calls.read(id)),
      authorities().catch(() => []),
    ])
    if (found) matter.value = found
    offices.value = all
  }
  onMounted(read)

  const named = (code = '') => {
    const office = offices.value.find((each) => each.id === code)
    return office ? nameOf(office) : code
  }
  async function withdraw() {
    const done = await attempt(() => calls.withdraw(id))
    if (!done) return
    await read()
    told.value = t('withdraw.done')
  }
  return { id, matter, told, busy, grounds, named, withdraw }
}
