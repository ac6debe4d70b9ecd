import HoraData
