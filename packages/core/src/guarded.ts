import { Observable, Subscription } from 'rxjs'

/**
 * The same Observable, whose subscribers may throw: `caught` is told, and the others hear what they subscribed to [BND7]. Left to itself, RxJS
 * throws where nobody can catch, which ends a Node process. What is piped from it is guarded, too.
 */
export const guarded = <T>(source: Observable<T>, caught: (thrown: unknown) => void): Observable<T> => new GuardedObservable(source, caught)

interface Listener<T> {
  readonly next?: (value: T) => void
  readonly error?: (error: unknown) => void
  readonly complete?: () => void
}

class GuardedObservable<T> extends Observable<T> {
  readonly #caught: (thrown: unknown) => void

  constructor(told: Observable<T>, caught: (thrown: unknown) => void) {
    super(subscriber => told.subscribe(subscriber))
    this.#caught = caught
  }

  /** What operators make of it. */
  override lift<R>(operator?: Parameters<Observable<T>['lift']>[0]): Observable<R> {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to hear of what is piped
    return guarded(super.lift(operator) as Observable<R>, this.#caught)
  }

  override subscribe(
    observer?: Listener<T> | ((value: T) => void) | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // An operator's own, or a guard's: who listens at its end is guarded there.
    if (observer instanceof Subscription) return super.subscribe(observer)
    const listener: Listener<T> =
      typeof observer === 'function' ? { next: observer, ...(error && { error }), ...(complete && { complete }) } : (observer ?? {})
    return super.subscribe({
      next: value => this.#tell(() => listener.next?.(value)),
      ...(listener.error && { error: (thrown: unknown) => this.#tell(() => listener.error?.(thrown)) }),
      complete: () => this.#tell(() => listener.complete?.()),
    })
  }

  #tell(run: () => void): void {
    try {
      run()
    } catch (thrown) {
      this.#caught(thrown)
    }
  }
}
