extension Shipment {
  /// The life of the shipment in the words of the policy, in the order of the story.
  ///
  /// `dateTold` is when the citizen knew the appointment; `pausing` are the reasons that excuse a stay.
  func life(dateTold: Instant?, pausing: Set<Reason>) -> [Occurrence] {
    var life: [Occurrence] = []
    life.reserveCapacity(steps.count + 3)
    life.append(Occurrence(.accepted, at: accepted))
    var isHeld = false
    var isReturning = false
    for step in steps {
      // A hub's scan from before the acceptance belongs to a way that begins with the acceptance.
      let time = max(step.time, accepted)
      // What is withdrawn was not let go.
      if isHeld, step.milestone != .cancelled {
        life.append(Occurrence(.released, at: time))
        isHeld = false
      }
      switch step.milestone {
      case .departed, .arrived, .misrouted, .redirected, .outForDelivery:
        life.append(Occurrence(.moved, at: time))
      case .held:
        life.append(Occurrence(.held, at: time, reason: step.reason))
        if let reason = step.reason, pausing.contains(reason) {
          life.append(Occurrence(.heldWithExcuse, at: time, reason: reason))
        }
        if step.reason == .readyForPickup, !isReturning { life.append(Occurrence(.told, at: step.time)) }
        isHeld = true
      case .attempted:
        // A try at the sender, to whom it goes back, is none at the addressee.
        life.append(Occurrence(isReturning ? .moved : step.isVain ? .declined : .attempted, at: step.time))
      case .returned:
        life.append(Occurrence(.sentBack, at: step.time))
        isReturning = true
      case .delivered:
        life.append(Occurrence(end?.kind == .returned ? .handedBack : .delivered, at: step.time))
      case .cancelled:
        life.append(Occurrence(.withdrawn, at: step.time))
      case .accepted, .damaged, .lost:
        break
      }
    }
    if let dateTold, dateTold >= accepted {
      let place = life.dropFirst().firstIndex { $0.time >= dateTold } ?? life.count
      life.insert(Occurrence(.dateTold, at: dateTold), at: place)
    }
    return life
  }
}

extension Shipment.Step {
  /// A try at an addressee who will never take it, after whom no invitation is owed (Circular 17/2017 art. 5(2)(h)).
  var isVain: Bool { reason == .refused || reason == .addresseeUnknown }
}
