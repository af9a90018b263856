/// How far what is made of the log folded anew has come, as a page tells it; none of it is so once it is made.
struct FoldStanding {
  let isWaiting: Bool
  /// How many events are folded; one where it is being made.
  let making: [String]
  let hasFailed: Bool

  /// Of what waits for others.
  static let waiting = FoldStanding(isWaiting: true)

  init<Question, Answer>(_ state: FoldBook<Question, Answer>.State?, _ language: Language) {
    switch state {
    case .making(events: 0): self = .waiting
    case .making(let events): self.init(making: [Number.words(events, language)])
    case .failed: self.init(hasFailed: true)
    case .made, nil: self.init()
    }
  }

  private init(isWaiting: Bool = false, making: [String] = [], hasFailed: Bool = false) {
    (self.isWaiting, self.making, self.hasFailed) = (isWaiting, making, hasFailed)
  }
}
