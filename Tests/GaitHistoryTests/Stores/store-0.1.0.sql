-- A store as the first release (0.1.0) made it, with one simulated walk; curves and settings left out.
PRAGMA application_id = 1383352180;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1 people, sessions, recordings, strides');
INSERT INTO "grdb_migrations" VALUES('2 curves of strides, recordings by time');
INSERT INTO "grdb_migrations" VALUES('3 no curves of analyses that were replaced');
INSERT INTO "grdb_migrations" VALUES('4 intervals of stride lengths');
CREATE TABLE input (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  PRIMARY KEY (recording_id, file)
) STRICT, WITHOUT ROWID;
INSERT INTO "input" VALUES(1,'left_foot.csv','487d406d8f90b18bd1e16782100c9cbf5790dfbfa836df9952680cb5fdd4aa74','plain CSV');
INSERT INTO "input" VALUES(1,'lower_back.csv','4338532f43e20705292b36b7cd1ad4633b9d6546a7f9cfcbdde4a5ee415c515c','plain CSV');
INSERT INTO "input" VALUES(1,'recording.json','ae01a712e6902760b71b5a335983328c0f2e0f47ea8d571ebfdb2414eb36d7db','recording details');
INSERT INTO "input" VALUES(1,'right_foot.csv','f16b51dc9c916d0e2fa9e0b77f0ff2b03876b79eb730b9875d65ffabff488a1c','plain CSV');
CREATE TABLE measure (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  direction TEXT NOT NULL,
  measure TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  mean REAL NOT NULL,
  sd REAL,
  standard_error REAL,
  PRIMARY KEY (recording_id, direction, measure)
) STRICT, WITHOUT ROWID;
INSERT INTO "measure" VALUES(1,'backward','cadence_steps_min',9,102.203,1.0747,1.06311224489795930203e+00);
INSERT INTO "measure" VALUES(1,'backward','clearance_m',9,0.0782,0.0003,2.29591836734693377844e-04);
INSERT INTO "measure" VALUES(1,'backward','contact_peak_m_s2',9,27.7063,0.3884,1.93979591836734854837e-01);
INSERT INTO "measure" VALUES(1,'backward','double_support_s',9,0.3633,0.0126,1.19897959183673432498e-02);
INSERT INTO "measure" VALUES(1,'backward','duration_s',9,1.1742,0.0124,1.22959183673469439612e-02);
INSERT INTO "measure" VALUES(1,'backward','foot_pitch_contact_deg',9,-28.9871,0.0997,5.33163265306121486597e-02);
INSERT INTO "measure" VALUES(1,'backward','foot_pitch_off_deg',9,12.5878,0.2197,1.12984693877550987362e-01);
INSERT INTO "measure" VALUES(1,'backward','speed_m_s',9,0.8509,0.019,1.30102040816326373212e-02);
INSERT INTO "measure" VALUES(1,'backward','stance_share_percent',9,65.4768,0.3698,0.334336734693876);
INSERT INTO "measure" VALUES(1,'backward','stride_length_m',9,0.9991,0.0173,8.82653061224491705671e-03);
INSERT INTO "measure" VALUES(1,'backward','swing_s',9,0.4053,0.0004,2.55102040816326770464e-04);
INSERT INTO "measure" VALUES(1,'backward','toe_first_percent',9,100.0,NULL,6.8920243760451143089e+00);
INSERT INTO "measure" VALUES(1,'forward','cadence_steps_min',9,110.1831,1.0853,1.13867346938775493292e+00);
INSERT INTO "measure" VALUES(1,'forward','clearance_m',9,0.0473,0.001,3.82653061224488366762e-04);
INSERT INTO "measure" VALUES(1,'forward','contact_peak_m_s2',9,35.9206,0.5256,2.49183673469387051424e-01);
INSERT INTO "measure" VALUES(1,'forward','double_support_s',9,0.306,0.0106,1.09948979591836665248e-02);
INSERT INTO "measure" VALUES(1,'forward','duration_s',9,1.0892,0.0107,1.13265306122448967257e-02);
INSERT INTO "measure" VALUES(1,'forward','foot_pitch_contact_deg',9,26.1787,0.0864,5.83418367346938554485e-02);
INSERT INTO "measure" VALUES(1,'forward','foot_pitch_off_deg',9,-56.5769,0.6642,2.42423469387754747517e-01);
INSERT INTO "measure" VALUES(1,'forward','speed_m_s',9,1.2359,0.0164,8.85204081632651879063e-03);
INSERT INTO "measure" VALUES(1,'forward','stance_share_percent',9,64.0442,0.3424,3.71836734693879178426e-01);
INSERT INTO "measure" VALUES(1,'forward','stride_length_m',9,1.346,0.0116,6.73469387755101529108e-03);
INSERT INTO "measure" VALUES(1,'forward','swing_s',9,0.3916,0.0004,1.78571428571437217786e-04);
INSERT INTO "measure" VALUES(1,'forward','toe_first_percent',9,0.0,NULL,6.89202437604511075619e+00);
CREATE TABLE recording (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  started_at TEXT,
  unix_s REAL,
  day TEXT,
  has_zone INTEGER NOT NULL CHECK (has_zone IN (0, 1)),
  sensors TEXT NOT NULL CHECK (sensors IN ('feet', 'lower_back', 'other')),
  surface TEXT,
  belt_speed_m_s REAL,
  incline_percent REAL,
  height_m REAL,
  duration_s REAL NOT NULL,
  strides INTEGER NOT NULL,
  program TEXT NOT NULL,
  version TEXT NOT NULL,
  settings TEXT NOT NULL,
  results_sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  superseded_by INTEGER REFERENCES recording (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "recording" VALUES(1,1,'walk',NULL,NULL,NULL,0,'feet','overground',NULL,NULL,NULL,29.91,32,'RetroGait','0.1.0','{}','883fc4e6f09e7faa37a3ef49493b5c490af70920e0489174264576c10b8754e8','2026-11-20T08:00:00Z',NULL);
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  aid TEXT,
  pain REAL CHECK (pain BETWEEN 0 AND 10),
  comment TEXT,
  UNIQUE (subject_id, name)
) STRICT;
INSERT INTO "session" VALUES(1,1,'1',NULL,NULL,NULL);
CREATE TABLE stride (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  foot TEXT NOT NULL,
  stride INTEGER NOT NULL,
  bout INTEGER,
  steady INTEGER NOT NULL CHECK (steady IN (0, 1)),
  start_s REAL,
  final_contact_s REAL NOT NULL,
  end_s REAL NOT NULL,
  direction TEXT,
  direction_confidence REAL,
  length_m REAL,
  contact_type TEXT,
  contact_confidence REAL,
  foot_pitch_contact_deg REAL,
  foot_pitch_off_deg REAL,
  clearance_m REAL,
  lateral_excursion_m REAL,
  elevation_m REAL,
  turn_deg REAL,
  contact_peak_m_s2 REAL,
  double_support_s REAL,
  step_length_m REAL,
  step_width_m REAL,
  reject_reason TEXT, length_low_m REAL, length_high_m REAL,
  PRIMARY KEY (recording_id, foot, stride)
) STRICT, WITHOUT ROWID;
INSERT INTO "stride" VALUES(1,'left',1,1,0,NULL,3.8423,4.2343,'forward',1.0,1.3281,'heel',1.0,26.27,-56.2,0.0461,0.0201,0.0049,0.0,35.63,NULL,NULL,NULL,NULL,1.2629,1.3933);
INSERT INTO "stride" VALUES(1,'left',2,1,1,4.2343,4.9298,5.3219,'forward',1.0,1.3446,'heel',1.0,26.23,-56.55,0.0465,0.02,0.0042,-0.03,36.08,0.3041,NULL,NULL,NULL,1.2789,1.4103);
INSERT INTO "stride" VALUES(1,'left',3,1,1,5.3219,6.0337,6.4249,'forward',1.0,1.3499,'heel',1.0,26.28,-56.02,0.0473,0.0195,-0.0001,0.0,36.44,0.3201,NULL,NULL,NULL,1.284,1.4158);
INSERT INTO "stride" VALUES(1,'left',4,1,1,6.4249,7.1242,7.5157,'forward',1.0,1.3518,'heel',1.0,26.07,-55.95,0.0473,0.0207,0.0054,-0.01,35.7,0.3073,NULL,NULL,NULL,1.2859,1.4178);
INSERT INTO "stride" VALUES(1,'left',5,1,1,7.5157,8.2045,8.5957,'forward',1.0,1.3514,'heel',1.0,26.08,-55.91,0.047,0.019,0.0015,0.02,35.85,0.2977,NULL,NULL,NULL,1.2855,1.4173);
INSERT INTO "stride" VALUES(1,'left',6,1,0,8.5957,9.3096,9.7017,'forward',1.0,1.3398,'heel',1.0,26.25,-56.62,0.0461,0.0205,0.0028,-0.02,35.86,0.3218,NULL,NULL,NULL,1.2742,1.4054);
INSERT INTO "stride" VALUES(1,'left',7,NULL,1,NULL,13.1497,13.3832,'in_place',0.999,0.0567,'toe',0.996,-9.25,-15.6,0.0426,0.0116,0.0,59.97,19.67,NULL,NULL,NULL,NULL,0.0174,0.096);
INSERT INTO "stride" VALUES(1,'left',8,NULL,1,13.3832,14.6468,14.8839,'in_place',0.998,0.0621,'toe',0.996,-9.27,-15.6,0.0429,0.0109,0.0036,5.99999999999999928963e+01,19.67,1.0073,NULL,NULL,NULL,0.0228,0.1015);
INSERT INTO "stride" VALUES(1,'left',9,NULL,1,14.8839,16.1497,16.3834,'in_place',0.999,0.0594,'toe',0.996,-9.29,-15.64,0.0423,0.0129,-0.0014,5.99899999999999948823e+01,19.78,1.0051,NULL,NULL,NULL,0.0201,0.0987);
INSERT INTO "stride" VALUES(1,'left',10,2,0,NULL,20.4927,20.8994,'backward',1.0,0.9452,'toe',1.0,-28.94,12.37,0.0784,0.0198,-0.0013,-0.01,26.24,NULL,NULL,NULL,NULL,0.8912,0.9991);
INSERT INTO "stride" VALUES(1,'left',11,2,1,20.8994,21.6692,22.0748,'backward',1.0,1.015,'toe',1.0,-29.12,12.64,0.0782,0.02,-0.003,0.01,27.96,0.3638,NULL,NULL,NULL,0.9591,1.0709);
INSERT INTO "stride" VALUES(1,'left',12,2,1,22.0748,22.8624,23.2682,'backward',1.0,0.9894,'toe',1.0,-28.93,12.38,0.0783,0.0193,-0.0028,0.05,27.53,0.3825,NULL,NULL,NULL,0.9342,1.0446);
INSERT INTO "stride" VALUES(1,'left',13,2,1,23.2682,24.0295,24.4353,'backward',1.0,1.0063,'toe',1.0,-2.88499999999999978683e+01,12.56,0.0784,0.0199,0.0002,0.0,27.81,0.3562,NULL,NULL,NULL,0.9506,1.0619);
INSERT INTO "stride" VALUES(1,'left',14,2,1,24.4353,25.1952,25.6001,'backward',1.0,1.0036,'toe',1.0,-29.06,12.87,0.0784,0.0191,0.0026,0.0,27.84,0.3548,NULL,NULL,NULL,0.948,1.0591);
INSERT INTO "stride" VALUES(1,'left',15,2,0,25.6001,26.3763,26.7816,'backward',1.0,1.0094,'toe',1.0,-29.1,12.78,0.0782,0.0202,-0.0011,0.02,28.0,0.3715,NULL,NULL,NULL,0.9537,1.0651);
INSERT INTO "stride" VALUES(1,'right',1,1,0,NULL,3.292,3.6962,'forward',1.0,0.6624,'heel',1.0,25.58,-56.24,0.0466,0.0198,-0.0011,0.0,34.8,NULL,NULL,NULL,NULL,0.6154,0.7094);
INSERT INTO "stride" VALUES(1,'right',2,1,1,3.6962,4.383,4.7744,'forward',1.0,1.3495,'heel',1.0,26.27,-56.15,0.0459,0.0204,-0.0011,-0.02,36.31,0.2948,NULL,NULL,NULL,1.2837,1.4154);
INSERT INTO "stride" VALUES(1,'right',3,1,1,4.7744,5.4754,5.8672,'forward',1.0,1.3405,'heel',1.0,26.14,-5.74000000000000056834e+01,0.0486,0.0197,0.0019,0.01,35.61,0.3089,NULL,NULL,NULL,1.2749,1.406);
INSERT INTO "stride" VALUES(1,'right',4,1,1,5.8672,6.5812,6.9731,'forward',1.0,1.356,'heel',1.0,26.27,-56.36,0.0466,0.0206,0.0041,-0.04,36.48,0.3228,NULL,NULL,NULL,1.2899,1.4221);
INSERT INTO "stride" VALUES(1,'right',5,1,1,6.9731,7.6559,8.0471,'forward',1.0,1.353,'heel',1.0,26.13,-5.73900000000000076738e+01,0.0487,0.0198,0.0007,-0.01,36.05,0.2913,NULL,NULL,NULL,1.2871,1.419);
INSERT INTO "stride" VALUES(1,'right',6,1,1,8.0471,8.7454,9.1374,'forward',1.0,1.3176,'heel',1.0,26.12,-57.47,0.0481,0.02,0.0005,-0.02,34.78,0.3071,NULL,NULL,NULL,1.2528,1.3825);
INSERT INTO "stride" VALUES(1,'right',7,1,0,9.1374,9.8638,10.2667,'forward',1.0,0.6863,'heel',1.0,25.65,-55.95,0.0477,0.0196,0.0015,0.0,33.86,0.3343,NULL,NULL,NULL,0.6387,0.7338);
INSERT INTO "stride" VALUES(1,'right',8,NULL,1,NULL,13.9026,14.1589,'in_place',0.998,0.0619,'toe',0.982,-8.44,-1.5570000000000002061e+01,0.0424,0.0114,-0.0028,5.99999999999999928963e+01,19.74,NULL,NULL,NULL,NULL,0.0226,0.1012);
INSERT INTO "stride" VALUES(1,'right',9,NULL,1,14.1589,15.3975,15.6582,'in_place',0.999,0.0606,'toe',0.982,-8.44,-1.55599999999999987214e+01,0.0429,0.0115,0.0011,5.99899999999999948823e+01,19.65,1.0015,NULL,NULL,NULL,0.0213,0.0999);
INSERT INTO "stride" VALUES(1,'right',10,NULL,1,15.6582,16.8975,17.1581,'in_place',0.999,0.0604,'toe',0.983,-8.46,-1.5570000000000002061e+01,0.0425,0.0115,0.0,5.99999999999999928963e+01,19.73,1.0056,NULL,NULL,NULL,0.0211,0.0997);
INSERT INTO "stride" VALUES(1,'right',11,2,0,NULL,19.9147,20.3315,'backward',1.0,0.4572,'toe',1.0,-28.62,12.24,0.0781,0.0196,0.001,0.0,19.22,NULL,NULL,NULL,NULL,0.4141,0.5003);
INSERT INTO "stride" VALUES(1,'right',12,2,1,20.3315,21.0798,21.4859,'backward',1.0,1.0027,'toe',1.0,-28.86,12.52,0.0775,0.0195,-0.0002,-0.01,27.71,0.3416,NULL,NULL,NULL,0.9472,1.0582);
INSERT INTO "stride" VALUES(1,'right',13,2,1,21.4859,22.267,22.6721,'backward',1.0,0.9988,'toe',1.0,-2.91100000000000029842e+01,12.79,0.0781,0.0201,0.0032,-0.03,27.72,0.3756,NULL,NULL,NULL,0.9434,1.0543);
INSERT INTO "stride" VALUES(1,'right',14,2,1,22.6721,23.4527,23.8579,'backward',1.0,0.9791,'toe',1.0,-28.93,12.37,0.0782,0.0196,-0.0005,-0.01,27.27,0.3748,NULL,NULL,NULL,0.9242,1.034);
INSERT INTO "stride" VALUES(1,'right',15,2,1,23.8579,24.626,25.031,'backward',1.0,1.0262,'toe',1.0,-29.03,12.87,0.0785,0.0194,-0.0022,0.0,28.42,0.3623,NULL,NULL,NULL,0.97,1.0824);
INSERT INTO "stride" VALUES(1,'right',16,2,1,25.031,25.7944,26.1991,'backward',1.0,0.9704,'toe',1.0,-28.99,12.28,0.078,0.0201,-0.0009,0.02,27.08,0.3585,NULL,NULL,NULL,0.9158,1.0251);
INSERT INTO "stride" VALUES(1,'right',17,2,0,26.1991,26.9731,27.3878,'backward',1.0,0.5217,'toe',1.0,-28.59,12.34,0.0785,0.02,0.0014,0.01,21.07,0.3686,NULL,NULL,NULL,0.4774,0.5659);
CREATE TABLE stride_curves (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  foot TEXT NOT NULL,
  stride INTEGER NOT NULL,
  start_s REAL NOT NULL,
  curves BLOB NOT NULL,
  PRIMARY KEY (recording_id, foot, stride)
) STRICT, WITHOUT ROWID;
CREATE TABLE subject (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  diagnosis_group TEXT,
  affected_side TEXT CHECK (affected_side IN ('left', 'right', 'both', 'none')),
  comment TEXT,
  plan TEXT
) STRICT;
INSERT INTO "subject" VALUES(1,'S01',NULL,NULL,NULL,NULL);
CREATE TABLE summary (
  recording_id INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;
INSERT INTO "summary" VALUES(1,'{"contacts":{"backward":{"flat":0,"heel":0,"toe":1},"forward":{"flat":0,"heel":1,"toe":0}},"directions":{"backward":{"asymmetry_percent":{},"contact_count":9,"distance_m":5.96,"duration_s":7.47,"measures":{"cadence_steps_min":{"ci95":[99.885,104.0524],"cv_percent":1.05,"mean":102.203,"median":102.2932,"n":9,"sd":1.0747},"clearance_m":{"ci95":[0.0777,0.0786],"cv_percent":0.38,"mean":0.0782,"median":0.0782,"n":9,"sd":0.0003},"contact_peak_m_s2":{"ci95":[27.3473,28.1077],"cv_percent":1.4,"mean":27.7063,"median":27.7243,"n":9,"sd":0.3884},"double_support_s":{"ci95":[0.3422,0.3892],"cv_percent":3.47,"mean":0.3633,"median":0.3623,"n":9,"sd":0.0126},"duration_s":{"ci95":[1.1529,1.2011],"cv_percent":1.05,"mean":1.1742,"median":1.1731,"n":9,"sd":0.0124},"foot_pitch_contact_deg":{"ci95":[-29.0857,-28.8767],"mean":-28.9871,"median":-28.9915,"n":9,"sd":0.0997},"foot_pitch_off_deg":{"ci95":[12.3666,12.8095],"cv_percent":1.75,"mean":12.5878,"median":12.5603,"n":9,"sd":0.2197},"speed_m_s":{"ci95":[0.8234,0.8744],"cv_percent":2.23,"mean":0.8509,"median":0.8616,"n":9,"sd":0.019},"stance_share_percent":{"ci95":[64.8841,66.1947],"cv_percent":0.56,"mean":65.4768,"median":65.473,"n":9,"sd":0.3698},"stride_length_m":{"ci95":[0.9828,1.0174],"cv_percent":1.73,"mean":0.9991,"median":1.0027,"n":9,"sd":0.0173},"swing_s":{"ci95":[0.4048,0.4058],"cv_percent":0.11,"mean":0.4053,"median":0.4052,"n":9,"sd":0.0004}},"not_measured":{},"strides":9},"forward":{"asymmetry_percent":{},"contact_count":9,"distance_m":8.07,"duration_s":6.97,"measures":{"cadence_steps_min":{"ci95":[107.7112,112.1748],"cv_percent":0.98,"mean":110.1831,"median":110.0551,"n":9,"sd":1.0853},"clearance_m":{"ci95":[0.0466,0.0481],"cv_percent":2.01,"mean":0.0473,"median":0.0473,"n":9,"sd":0.001},"contact_peak_m_s2":{"ci95":[35.3924,36.3692],"cv_percent":1.46,"mean":35.9206,"median":36.0513,"n":9,"sd":0.5256},"double_support_s":{"ci95":[0.2871,0.3302],"cv_percent":3.48,"mean":0.306,"median":0.3071,"n":9,"sd":0.0106},"duration_s":{"ci95":[1.0694,1.1138],"cv_percent":0.99,"mean":1.0892,"median":1.0904,"n":9,"sd":0.0107},"foot_pitch_contact_deg":{"ci95":[26.0496,26.2783],"cv_percent":0.33,"mean":26.1787,"median":26.1428,"n":9,"sd":0.0864},"foot_pitch_off_deg":{"ci95":[-56.9942,-56.0439],"mean":-56.5769,"median":-56.3559,"n":9,"sd":0.6642},"speed_m_s":{"ci95":[1.2194,1.2541],"cv_percent":1.32,"mean":1.2359,"median":1.2363,"n":9,"sd":0.0164},"stance_share_percent":{"ci95":[63.4227,64.8803],"cv_percent":0.53,"mean":64.0442,"median":64.0436,"n":9,"sd":0.3424},"stride_length_m":{"ci95":[1.3329,1.3593],"cv_percent":0.86,"mean":1.346,"median":1.3499,"n":9,"sd":0.0116},"swing_s":{"ci95":[0.3912,0.3919],"cv_percent":0.1,"mean":0.3916,"median":0.3915,"n":9,"sd":0.0004}},"not_measured":{},"strides":9}},"duration_s":29.91,"inputs":[{"file":"recording.json","format":"recording details","sha256":"ae01a712e6902760b71b5a335983328c0f2e0f47ea8d571ebfdb2414eb36d7db"},{"file":"left_foot.csv","format":"plain CSV","sha256":"487d406d8f90b18bd1e16782100c9cbf5790dfbfa836df9952680cb5fdd4aa74"},{"file":"lower_back.csv","format":"plain CSV","sha256":"4338532f43e20705292b36b7cd1ad4633b9d6546a7f9cfcbdde4a5ee415c515c"},{"file":"right_foot.csv","format":"plain CSV","sha256":"f16b51dc9c916d0e2fa9e0b77f0ff2b03876b79eb730b9875d65ffabff488a1c"}],"program":{"name":"RetroGait","version":"0.1.0"},"recording":"walk","rejected":{},"sensors":[{"alignment_confidence":1,"clipped_samples":0,"gaps":[],"gyroscope_bias_deg_s":[0.338,-0.233,0.174],"jitter_ms":0,"placement":"left_foot","rest_share_percent":43.3,"resting_acceleration_m_s2":9.809,"samples":2992,"sampling_rate_hz":100},{"alignment_confidence":1,"clipped_samples":0,"gaps":[],"gyroscope_bias_deg_s":[0.339,-0.221,0.177],"jitter_ms":0,"placement":"right_foot","rest_share_percent":35.7,"resting_acceleration_m_s2":9.808,"samples":2992,"sampling_rate_hz":100},{"alignment_confidence":0.815,"clipped_samples":0,"gaps":[],"jitter_ms":0,"placement":"lower_back","samples":2992,"sampling_rate_hz":100}],"session":"1","settings":{},"strides":32,"strides_by_direction":{"backward":13,"forward":13,"in_place":6},"subject":"S01","surface":"overground","warnings":[]}');
CREATE TABLE walk (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  direction TEXT NOT NULL,
  strides INTEGER NOT NULL,
  duration_s REAL NOT NULL,
  distance_m REAL,
  PRIMARY KEY (recording_id, direction)
) STRICT, WITHOUT ROWID;
INSERT INTO "walk" VALUES(1,'backward',9,7.47,5.96);
INSERT INTO "walk" VALUES(1,'forward',9,6.97,8.07);
CREATE INDEX recording_session ON recording (session_id);
CREATE INDEX recording_superseded ON recording (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX recording_results ON recording (results_sha256);
CREATE INDEX input_sha256 ON input (sha256);
CREATE VIEW sessions AS
  SELECT subject.name AS subject, session.name AS session, min(recording.day) AS day,
    min(recording.started_at) AS started_at, walk.direction, recording.surface, recording.incline_percent,
    recording.sensors, session.aid, session.pain, subject.diagnosis_group, subject.affected_side,
    count(*) AS recordings, sum(walk.strides) AS strides, sum(walk.duration_s) AS duration_s,
    sum(walk.distance_m) AS distance_m, session.comment
  FROM recording JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
    JOIN walk ON walk.recording_id = recording.id
  WHERE recording.superseded_by IS NULL
  GROUP BY session.id, walk.direction, recording.surface, recording.incline_percent, recording.sensors;
CREATE VIEW trends AS
  SELECT subject.name AS subject, session.name AS session, min(recording.day) AS day, measure.direction,
    measure.measure, recording.surface, recording.incline_percent, recording.sensors, session.aid,
    sum(measure.n) AS n, sum(measure.n * measure.mean) / sum(measure.n) AS mean,
    sqrt(sum(measure.n * measure.n * measure.standard_error * measure.standard_error)) / sum(measure.n)
      AS standard_error
  FROM measure JOIN recording ON recording.id = measure.recording_id
    JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
  WHERE recording.superseded_by IS NULL
  GROUP BY session.id, measure.direction, measure.measure, recording.surface, recording.incline_percent,
    recording.sensors;
CREATE INDEX recording_time ON recording (unix_s) WHERE superseded_by IS NULL;
CREATE VIEW strides AS
  SELECT subject.name AS subject, session.name AS session, recording.name AS recording, recording.day AS day,
    stride.foot, stride.stride, stride.bout, stride.steady, stride.start_s, stride.final_contact_s, stride.end_s,
    stride.direction, stride.direction_confidence, stride.length_m,
    stride.end_s - stride.start_s AS duration_s, stride.final_contact_s - stride.start_s AS stance_s,
    stride.end_s - stride.final_contact_s AS swing_s,
    stride.length_m / nullif(stride.end_s - stride.start_s, 0) AS speed_m_s,
    120 / nullif(stride.end_s - stride.start_s, 0) AS cadence_steps_min,
    stride.contact_type, stride.contact_confidence, stride.foot_pitch_contact_deg, stride.foot_pitch_off_deg,
    stride.clearance_m, stride.lateral_excursion_m, stride.elevation_m, stride.turn_deg, stride.contact_peak_m_s2,
    stride.double_support_s, stride.step_length_m, stride.step_width_m,
    stride.reject_reason IS NULL AS valid, stride.reject_reason, stride.length_low_m, stride.length_high_m
  FROM stride JOIN recording ON recording.id = stride.recording_id
    JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
  WHERE recording.superseded_by IS NULL;
