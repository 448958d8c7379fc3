/// The kinds of warnings, by the names that stand in `warning_codes` of `summary.json`.
///
/// Names stay once they are published.
public enum WarningCode: String, CaseIterable, Sendable, Codable {
  // Files
  case sensorNotMeasured = "sensor_not_measured"
  case identicalFiles = "identical_files"
  case identicalSignals = "identical_signals"
  case noParticipant = "no_participant"
  case unknownKey = "unknown_key"
  case overgroundOnBelt = "overground_on_belt"
  case analyzedInChunks = "analyzed_in_chunks"

  // Segments
  case segmentsRead = "segments_read"
  case segmentsReplaced = "segments_replaced"
  case severalSegmentTables = "several_segment_tables"
  case segmentsOfOtherRecording = "segments_of_other_recording"
  case segmentTableNotPreferred = "segment_table_not_preferred"
  case segmentTableUnusable = "segment_table_unusable"
  case eventsNotSegments = "events_not_segments"
  case repeatedSegmentLabel = "repeated_segment_label"
  case segmentOutside = "segment_outside"
  case segmentReachesBeyond = "segment_reaches_beyond"
  case segmentWithoutStride = "segment_without_stride"
  case evaluatedTimeOnly = "evaluated_time_only"

  // Tables
  case counterSkips = "counter_skips"
  case unplacedSensors = "unplaced_sensors"
  case unplacedRows = "unplaced_rows"
  case experimentPaused = "experiment_paused"
  case rateContradictsTimes = "rate_contradicts_times"

  // Clocks
  case clocksAssumed = "clocks_assumed"
  case clocksAlignedByMotion = "clocks_aligned_by_motion"
  case sensorEndsEarly = "sensor_ends_early"
  case sensorBeginsLate = "sensor_begins_late"
  case sensorEndsWhileWalking = "sensor_ends_while_walking"
  case sensorBeginsWhileWalking = "sensor_begins_while_walking"

  // Signals
  case rateContradictsDeclaration = "rate_contradicts_declaration"
  case stampsOfArrival = "stamps_of_arrival"
  case stampsInWholeSeconds = "stamps_in_whole_seconds"
  case rateTooLow = "rate_too_low"
  case stuckSignal = "stuck_signal"
  case damagedSamples = "damaged_samples"
  case gyroscopeTooSlow = "gyroscope_too_slow"
  case turnsLikeFoot = "turns_like_foot"
  case gravityWrong = "gravity_wrong"
  case gyroscopeContradictsAccelerometer = "gyroscope_contradicts_accelerometer"

  // Feet
  case noSwing = "no_swing"
  case noStride = "no_stride"
  case fewLengths = "few_lengths"
  case toesContradicted = "toes_contradicted"
  case toesUpright = "toes_upright"
  case toesUnknown = "toes_unknown"
  case sensorLoose = "sensor_loose"
  case samplesClipped = "samples_clipped"
  case samplesMissing = "samples_missing"
  case footLooksLikeOther = "foot_looks_like_other"

  // Lower back and waist
  case noWalking = "no_walking"
  case irregularSteps = "irregular_steps"
  case stairs
  case strideLengths = "stride_lengths"
  case stridesWithoutLength = "strides_without_length"
  case frontContradicted = "front_contradicted"
  case frontContradictedOrAtWaist = "front_contradicted_or_at_waist"
  case wornAtWaist = "worn_at_waist"
  case backOrWaist = "back_or_waist"
  case forwardOrSideways = "forward_or_sideways"
  case frontUnsure = "front_unsure"

  // All sensors together
  case feetInOppositeDirections = "feet_in_opposite_directions"
  case feetSwingTogether = "feet_swing_together"
  case feetExchanged = "feet_exchanged"
  case feetContradictBackDirection = "feet_contradict_back_direction"
  case feetContradictBackCount = "feet_contradict_back_count"
  case beltSpeedContradicted = "belt_speed_contradicted"
  case distanceContradicted = "distance_contradicted"
  case heightContradicted = "height_contradicted"
  case trunkSensorNotUsed = "trunk_sensor_not_used"
  case shankNotAnalyzed = "shank_not_analyzed"

  // History
  case heightsDiffer = "heights_differ"
  case dateInFuture = "date_in_future"
  case sameTime = "same_time"
  case clockZonesDiffer = "clock_zones_differ"
  case placedByHand = "placed_by_hand"
}
