// Written by scripts/embed-documentation: every page of Documentation/, by C23 #embed. Not edited by hand.
#include "CDocumentation.h"

static const unsigned char page_conformance_md[] = {
#embed "../../Documentation/conformance.md"
};
static const unsigned char page_diagnostics_H0101_md[] = {
#embed "../../Documentation/diagnostics/H0101.md"
};
static const unsigned char page_diagnostics_H0102_md[] = {
#embed "../../Documentation/diagnostics/H0102.md"
};
static const unsigned char page_diagnostics_H0103_md[] = {
#embed "../../Documentation/diagnostics/H0103.md"
};
static const unsigned char page_diagnostics_H0104_md[] = {
#embed "../../Documentation/diagnostics/H0104.md"
};
static const unsigned char page_diagnostics_H0105_md[] = {
#embed "../../Documentation/diagnostics/H0105.md"
};
static const unsigned char page_diagnostics_H0106_md[] = {
#embed "../../Documentation/diagnostics/H0106.md"
};
static const unsigned char page_diagnostics_H0107_md[] = {
#embed "../../Documentation/diagnostics/H0107.md"
};
static const unsigned char page_diagnostics_H0108_md[] = {
#embed "../../Documentation/diagnostics/H0108.md"
};
static const unsigned char page_diagnostics_H0109_md[] = {
#embed "../../Documentation/diagnostics/H0109.md"
};
static const unsigned char page_diagnostics_H0110_md[] = {
#embed "../../Documentation/diagnostics/H0110.md"
};
static const unsigned char page_diagnostics_H0111_md[] = {
#embed "../../Documentation/diagnostics/H0111.md"
};
static const unsigned char page_diagnostics_H0112_md[] = {
#embed "../../Documentation/diagnostics/H0112.md"
};
static const unsigned char page_diagnostics_H0113_md[] = {
#embed "../../Documentation/diagnostics/H0113.md"
};
static const unsigned char page_diagnostics_H0114_md[] = {
#embed "../../Documentation/diagnostics/H0114.md"
};
static const unsigned char page_diagnostics_H0115_md[] = {
#embed "../../Documentation/diagnostics/H0115.md"
};
static const unsigned char page_diagnostics_H0116_md[] = {
#embed "../../Documentation/diagnostics/H0116.md"
};
static const unsigned char page_diagnostics_H0117_md[] = {
#embed "../../Documentation/diagnostics/H0117.md"
};
static const unsigned char page_diagnostics_H0118_md[] = {
#embed "../../Documentation/diagnostics/H0118.md"
};
static const unsigned char page_diagnostics_H0119_md[] = {
#embed "../../Documentation/diagnostics/H0119.md"
};
static const unsigned char page_diagnostics_H0120_md[] = {
#embed "../../Documentation/diagnostics/H0120.md"
};
static const unsigned char page_diagnostics_H0121_md[] = {
#embed "../../Documentation/diagnostics/H0121.md"
};
static const unsigned char page_diagnostics_H0122_md[] = {
#embed "../../Documentation/diagnostics/H0122.md"
};
static const unsigned char page_diagnostics_H0201_md[] = {
#embed "../../Documentation/diagnostics/H0201.md"
};
static const unsigned char page_diagnostics_H0202_md[] = {
#embed "../../Documentation/diagnostics/H0202.md"
};
static const unsigned char page_diagnostics_H0203_md[] = {
#embed "../../Documentation/diagnostics/H0203.md"
};
static const unsigned char page_diagnostics_H0204_md[] = {
#embed "../../Documentation/diagnostics/H0204.md"
};
static const unsigned char page_diagnostics_H0205_md[] = {
#embed "../../Documentation/diagnostics/H0205.md"
};
static const unsigned char page_diagnostics_H0206_md[] = {
#embed "../../Documentation/diagnostics/H0206.md"
};
static const unsigned char page_diagnostics_H0207_md[] = {
#embed "../../Documentation/diagnostics/H0207.md"
};
static const unsigned char page_diagnostics_H0210_md[] = {
#embed "../../Documentation/diagnostics/H0210.md"
};
static const unsigned char page_diagnostics_H0211_md[] = {
#embed "../../Documentation/diagnostics/H0211.md"
};
static const unsigned char page_diagnostics_H0212_md[] = {
#embed "../../Documentation/diagnostics/H0212.md"
};
static const unsigned char page_diagnostics_H0213_md[] = {
#embed "../../Documentation/diagnostics/H0213.md"
};
static const unsigned char page_diagnostics_H0214_md[] = {
#embed "../../Documentation/diagnostics/H0214.md"
};
static const unsigned char page_diagnostics_H0215_md[] = {
#embed "../../Documentation/diagnostics/H0215.md"
};
static const unsigned char page_diagnostics_H0216_md[] = {
#embed "../../Documentation/diagnostics/H0216.md"
};
static const unsigned char page_diagnostics_H0217_md[] = {
#embed "../../Documentation/diagnostics/H0217.md"
};
static const unsigned char page_diagnostics_H0218_md[] = {
#embed "../../Documentation/diagnostics/H0218.md"
};
static const unsigned char page_diagnostics_H0219_md[] = {
#embed "../../Documentation/diagnostics/H0219.md"
};
static const unsigned char page_diagnostics_H0220_md[] = {
#embed "../../Documentation/diagnostics/H0220.md"
};
static const unsigned char page_diagnostics_H0221_md[] = {
#embed "../../Documentation/diagnostics/H0221.md"
};
static const unsigned char page_diagnostics_H0230_md[] = {
#embed "../../Documentation/diagnostics/H0230.md"
};
static const unsigned char page_diagnostics_H0231_md[] = {
#embed "../../Documentation/diagnostics/H0231.md"
};
static const unsigned char page_diagnostics_H0232_md[] = {
#embed "../../Documentation/diagnostics/H0232.md"
};
static const unsigned char page_diagnostics_H0233_md[] = {
#embed "../../Documentation/diagnostics/H0233.md"
};
static const unsigned char page_diagnostics_H0234_md[] = {
#embed "../../Documentation/diagnostics/H0234.md"
};
static const unsigned char page_diagnostics_H0235_md[] = {
#embed "../../Documentation/diagnostics/H0235.md"
};
static const unsigned char page_diagnostics_H0236_md[] = {
#embed "../../Documentation/diagnostics/H0236.md"
};
static const unsigned char page_diagnostics_H0237_md[] = {
#embed "../../Documentation/diagnostics/H0237.md"
};
static const unsigned char page_diagnostics_H0238_md[] = {
#embed "../../Documentation/diagnostics/H0238.md"
};
static const unsigned char page_diagnostics_H0239_md[] = {
#embed "../../Documentation/diagnostics/H0239.md"
};
static const unsigned char page_diagnostics_H0250_md[] = {
#embed "../../Documentation/diagnostics/H0250.md"
};
static const unsigned char page_diagnostics_H0251_md[] = {
#embed "../../Documentation/diagnostics/H0251.md"
};
static const unsigned char page_diagnostics_H0252_md[] = {
#embed "../../Documentation/diagnostics/H0252.md"
};
static const unsigned char page_diagnostics_H0253_md[] = {
#embed "../../Documentation/diagnostics/H0253.md"
};
static const unsigned char page_diagnostics_H0254_md[] = {
#embed "../../Documentation/diagnostics/H0254.md"
};
static const unsigned char page_diagnostics_H0255_md[] = {
#embed "../../Documentation/diagnostics/H0255.md"
};
static const unsigned char page_diagnostics_H0256_md[] = {
#embed "../../Documentation/diagnostics/H0256.md"
};
static const unsigned char page_diagnostics_H0257_md[] = {
#embed "../../Documentation/diagnostics/H0257.md"
};
static const unsigned char page_diagnostics_H0258_md[] = {
#embed "../../Documentation/diagnostics/H0258.md"
};
static const unsigned char page_diagnostics_H0259_md[] = {
#embed "../../Documentation/diagnostics/H0259.md"
};
static const unsigned char page_diagnostics_H0260_md[] = {
#embed "../../Documentation/diagnostics/H0260.md"
};
static const unsigned char page_diagnostics_H0261_md[] = {
#embed "../../Documentation/diagnostics/H0261.md"
};
static const unsigned char page_diagnostics_H0262_md[] = {
#embed "../../Documentation/diagnostics/H0262.md"
};
static const unsigned char page_diagnostics_H0263_md[] = {
#embed "../../Documentation/diagnostics/H0263.md"
};
static const unsigned char page_diagnostics_H0264_md[] = {
#embed "../../Documentation/diagnostics/H0264.md"
};
static const unsigned char page_diagnostics_H0265_md[] = {
#embed "../../Documentation/diagnostics/H0265.md"
};
static const unsigned char page_diagnostics_H0301_md[] = {
#embed "../../Documentation/diagnostics/H0301.md"
};
static const unsigned char page_diagnostics_H0302_md[] = {
#embed "../../Documentation/diagnostics/H0302.md"
};
static const unsigned char page_diagnostics_H0303_md[] = {
#embed "../../Documentation/diagnostics/H0303.md"
};
static const unsigned char page_diagnostics_H0304_md[] = {
#embed "../../Documentation/diagnostics/H0304.md"
};
static const unsigned char page_diagnostics_H0305_md[] = {
#embed "../../Documentation/diagnostics/H0305.md"
};
static const unsigned char page_diagnostics_H0306_md[] = {
#embed "../../Documentation/diagnostics/H0306.md"
};
static const unsigned char page_diagnostics_H0307_md[] = {
#embed "../../Documentation/diagnostics/H0307.md"
};
static const unsigned char page_diagnostics_H0308_md[] = {
#embed "../../Documentation/diagnostics/H0308.md"
};
static const unsigned char page_diagnostics_H0309_md[] = {
#embed "../../Documentation/diagnostics/H0309.md"
};
static const unsigned char page_diagnostics_H0310_md[] = {
#embed "../../Documentation/diagnostics/H0310.md"
};
static const unsigned char page_diagnostics_H0311_md[] = {
#embed "../../Documentation/diagnostics/H0311.md"
};
static const unsigned char page_diagnostics_H0312_md[] = {
#embed "../../Documentation/diagnostics/H0312.md"
};
static const unsigned char page_diagnostics_H0313_md[] = {
#embed "../../Documentation/diagnostics/H0313.md"
};
static const unsigned char page_diagnostics_H0314_md[] = {
#embed "../../Documentation/diagnostics/H0314.md"
};
static const unsigned char page_diagnostics_H0315_md[] = {
#embed "../../Documentation/diagnostics/H0315.md"
};
static const unsigned char page_diagnostics_H0316_md[] = {
#embed "../../Documentation/diagnostics/H0316.md"
};
static const unsigned char page_diagnostics_H0317_md[] = {
#embed "../../Documentation/diagnostics/H0317.md"
};
static const unsigned char page_diagnostics_H0318_md[] = {
#embed "../../Documentation/diagnostics/H0318.md"
};
static const unsigned char page_diagnostics_H0319_md[] = {
#embed "../../Documentation/diagnostics/H0319.md"
};
static const unsigned char page_diagnostics_H0320_md[] = {
#embed "../../Documentation/diagnostics/H0320.md"
};
static const unsigned char page_diagnostics_H0321_md[] = {
#embed "../../Documentation/diagnostics/H0321.md"
};
static const unsigned char page_diagnostics_H0322_md[] = {
#embed "../../Documentation/diagnostics/H0322.md"
};
static const unsigned char page_diagnostics_H0323_md[] = {
#embed "../../Documentation/diagnostics/H0323.md"
};
static const unsigned char page_diagnostics_H0324_md[] = {
#embed "../../Documentation/diagnostics/H0324.md"
};
static const unsigned char page_diagnostics_H0325_md[] = {
#embed "../../Documentation/diagnostics/H0325.md"
};
static const unsigned char page_diagnostics_H0330_md[] = {
#embed "../../Documentation/diagnostics/H0330.md"
};
static const unsigned char page_diagnostics_H0332_md[] = {
#embed "../../Documentation/diagnostics/H0332.md"
};
static const unsigned char page_diagnostics_H0333_md[] = {
#embed "../../Documentation/diagnostics/H0333.md"
};
static const unsigned char page_diagnostics_H0334_md[] = {
#embed "../../Documentation/diagnostics/H0334.md"
};
static const unsigned char page_diagnostics_H0335_md[] = {
#embed "../../Documentation/diagnostics/H0335.md"
};
static const unsigned char page_diagnostics_H0336_md[] = {
#embed "../../Documentation/diagnostics/H0336.md"
};
static const unsigned char page_diagnostics_H0337_md[] = {
#embed "../../Documentation/diagnostics/H0337.md"
};
static const unsigned char page_diagnostics_H0338_md[] = {
#embed "../../Documentation/diagnostics/H0338.md"
};
static const unsigned char page_diagnostics_H0339_md[] = {
#embed "../../Documentation/diagnostics/H0339.md"
};
static const unsigned char page_diagnostics_H0340_md[] = {
#embed "../../Documentation/diagnostics/H0340.md"
};
static const unsigned char page_diagnostics_H0341_md[] = {
#embed "../../Documentation/diagnostics/H0341.md"
};
static const unsigned char page_diagnostics_H0342_md[] = {
#embed "../../Documentation/diagnostics/H0342.md"
};
static const unsigned char page_diagnostics_H0343_md[] = {
#embed "../../Documentation/diagnostics/H0343.md"
};
static const unsigned char page_diagnostics_H0344_md[] = {
#embed "../../Documentation/diagnostics/H0344.md"
};
static const unsigned char page_diagnostics_H0345_md[] = {
#embed "../../Documentation/diagnostics/H0345.md"
};
static const unsigned char page_diagnostics_H0346_md[] = {
#embed "../../Documentation/diagnostics/H0346.md"
};
static const unsigned char page_diagnostics_H0347_md[] = {
#embed "../../Documentation/diagnostics/H0347.md"
};
static const unsigned char page_diagnostics_H0348_md[] = {
#embed "../../Documentation/diagnostics/H0348.md"
};
static const unsigned char page_diagnostics_H0349_md[] = {
#embed "../../Documentation/diagnostics/H0349.md"
};
static const unsigned char page_diagnostics_H0350_md[] = {
#embed "../../Documentation/diagnostics/H0350.md"
};
static const unsigned char page_diagnostics_H0351_md[] = {
#embed "../../Documentation/diagnostics/H0351.md"
};
static const unsigned char page_diagnostics_H0352_md[] = {
#embed "../../Documentation/diagnostics/H0352.md"
};
static const unsigned char page_diagnostics_H0353_md[] = {
#embed "../../Documentation/diagnostics/H0353.md"
};
static const unsigned char page_diagnostics_H0354_md[] = {
#embed "../../Documentation/diagnostics/H0354.md"
};
static const unsigned char page_diagnostics_H0355_md[] = {
#embed "../../Documentation/diagnostics/H0355.md"
};
static const unsigned char page_diagnostics_H0360_md[] = {
#embed "../../Documentation/diagnostics/H0360.md"
};
static const unsigned char page_diagnostics_H0361_md[] = {
#embed "../../Documentation/diagnostics/H0361.md"
};
static const unsigned char page_diagnostics_H0362_md[] = {
#embed "../../Documentation/diagnostics/H0362.md"
};
static const unsigned char page_diagnostics_H0363_md[] = {
#embed "../../Documentation/diagnostics/H0363.md"
};
static const unsigned char page_diagnostics_H0364_md[] = {
#embed "../../Documentation/diagnostics/H0364.md"
};
static const unsigned char page_diagnostics_H0365_md[] = {
#embed "../../Documentation/diagnostics/H0365.md"
};
static const unsigned char page_diagnostics_H0366_md[] = {
#embed "../../Documentation/diagnostics/H0366.md"
};
static const unsigned char page_diagnostics_H0367_md[] = {
#embed "../../Documentation/diagnostics/H0367.md"
};
static const unsigned char page_diagnostics_H0368_md[] = {
#embed "../../Documentation/diagnostics/H0368.md"
};
static const unsigned char page_diagnostics_H0369_md[] = {
#embed "../../Documentation/diagnostics/H0369.md"
};
static const unsigned char page_diagnostics_H0370_md[] = {
#embed "../../Documentation/diagnostics/H0370.md"
};
static const unsigned char page_diagnostics_H0371_md[] = {
#embed "../../Documentation/diagnostics/H0371.md"
};
static const unsigned char page_diagnostics_H0372_md[] = {
#embed "../../Documentation/diagnostics/H0372.md"
};
static const unsigned char page_diagnostics_H0373_md[] = {
#embed "../../Documentation/diagnostics/H0373.md"
};
static const unsigned char page_diagnostics_H0374_md[] = {
#embed "../../Documentation/diagnostics/H0374.md"
};
static const unsigned char page_diagnostics_H0375_md[] = {
#embed "../../Documentation/diagnostics/H0375.md"
};
static const unsigned char page_diagnostics_H0376_md[] = {
#embed "../../Documentation/diagnostics/H0376.md"
};
static const unsigned char page_diagnostics_H0377_md[] = {
#embed "../../Documentation/diagnostics/H0377.md"
};
static const unsigned char page_diagnostics_H0378_md[] = {
#embed "../../Documentation/diagnostics/H0378.md"
};
static const unsigned char page_diagnostics_H0379_md[] = {
#embed "../../Documentation/diagnostics/H0379.md"
};
static const unsigned char page_diagnostics_H0380_md[] = {
#embed "../../Documentation/diagnostics/H0380.md"
};
static const unsigned char page_diagnostics_H0381_md[] = {
#embed "../../Documentation/diagnostics/H0381.md"
};
static const unsigned char page_diagnostics_H0382_md[] = {
#embed "../../Documentation/diagnostics/H0382.md"
};
static const unsigned char page_diagnostics_H0383_md[] = {
#embed "../../Documentation/diagnostics/H0383.md"
};
static const unsigned char page_diagnostics_H0384_md[] = {
#embed "../../Documentation/diagnostics/H0384.md"
};
static const unsigned char page_diagnostics_H0385_md[] = {
#embed "../../Documentation/diagnostics/H0385.md"
};
static const unsigned char page_diagnostics_H0386_md[] = {
#embed "../../Documentation/diagnostics/H0386.md"
};
static const unsigned char page_diagnostics_H0387_md[] = {
#embed "../../Documentation/diagnostics/H0387.md"
};
static const unsigned char page_diagnostics_H0388_md[] = {
#embed "../../Documentation/diagnostics/H0388.md"
};
static const unsigned char page_diagnostics_H0389_md[] = {
#embed "../../Documentation/diagnostics/H0389.md"
};
static const unsigned char page_diagnostics_H0390_md[] = {
#embed "../../Documentation/diagnostics/H0390.md"
};
static const unsigned char page_diagnostics_H0391_md[] = {
#embed "../../Documentation/diagnostics/H0391.md"
};
static const unsigned char page_diagnostics_H0392_md[] = {
#embed "../../Documentation/diagnostics/H0392.md"
};
static const unsigned char page_diagnostics_H0393_md[] = {
#embed "../../Documentation/diagnostics/H0393.md"
};
static const unsigned char page_diagnostics_H0394_md[] = {
#embed "../../Documentation/diagnostics/H0394.md"
};
static const unsigned char page_diagnostics_H0395_md[] = {
#embed "../../Documentation/diagnostics/H0395.md"
};
static const unsigned char page_diagnostics_H0397_md[] = {
#embed "../../Documentation/diagnostics/H0397.md"
};
static const unsigned char page_diagnostics_H0398_md[] = {
#embed "../../Documentation/diagnostics/H0398.md"
};
static const unsigned char page_diagnostics_H0399_md[] = {
#embed "../../Documentation/diagnostics/H0399.md"
};
static const unsigned char page_diagnostics_H0501_md[] = {
#embed "../../Documentation/diagnostics/H0501.md"
};
static const unsigned char page_diagnostics_H0502_md[] = {
#embed "../../Documentation/diagnostics/H0502.md"
};
static const unsigned char page_diagnostics_H0503_md[] = {
#embed "../../Documentation/diagnostics/H0503.md"
};
static const unsigned char page_diagnostics_H0504_md[] = {
#embed "../../Documentation/diagnostics/H0504.md"
};
static const unsigned char page_diagnostics_H0505_md[] = {
#embed "../../Documentation/diagnostics/H0505.md"
};
static const unsigned char page_diagnostics_H0506_md[] = {
#embed "../../Documentation/diagnostics/H0506.md"
};
static const unsigned char page_diagnostics_H0510_md[] = {
#embed "../../Documentation/diagnostics/H0510.md"
};
static const unsigned char page_diagnostics_H0511_md[] = {
#embed "../../Documentation/diagnostics/H0511.md"
};
static const unsigned char page_diagnostics_H0512_md[] = {
#embed "../../Documentation/diagnostics/H0512.md"
};
static const unsigned char page_diagnostics_H0513_md[] = {
#embed "../../Documentation/diagnostics/H0513.md"
};
static const unsigned char page_diagnostics_H0514_md[] = {
#embed "../../Documentation/diagnostics/H0514.md"
};
static const unsigned char page_diagnostics_H0515_md[] = {
#embed "../../Documentation/diagnostics/H0515.md"
};
static const unsigned char page_diagnostics_H0516_md[] = {
#embed "../../Documentation/diagnostics/H0516.md"
};
static const unsigned char page_diagnostics_H0517_md[] = {
#embed "../../Documentation/diagnostics/H0517.md"
};
static const unsigned char page_diagnostics_H0518_md[] = {
#embed "../../Documentation/diagnostics/H0518.md"
};
static const unsigned char page_diagnostics_H0519_md[] = {
#embed "../../Documentation/diagnostics/H0519.md"
};
static const unsigned char page_diagnostics_H0520_md[] = {
#embed "../../Documentation/diagnostics/H0520.md"
};
static const unsigned char page_diagnostics_H0521_md[] = {
#embed "../../Documentation/diagnostics/H0521.md"
};
static const unsigned char page_diagnostics_H0522_md[] = {
#embed "../../Documentation/diagnostics/H0522.md"
};
static const unsigned char page_diagnostics_H0530_md[] = {
#embed "../../Documentation/diagnostics/H0530.md"
};
static const unsigned char page_diagnostics_H0531_md[] = {
#embed "../../Documentation/diagnostics/H0531.md"
};
static const unsigned char page_diagnostics_H0532_md[] = {
#embed "../../Documentation/diagnostics/H0532.md"
};
static const unsigned char page_diagnostics_H0533_md[] = {
#embed "../../Documentation/diagnostics/H0533.md"
};
static const unsigned char page_diagnostics_H0534_md[] = {
#embed "../../Documentation/diagnostics/H0534.md"
};
static const unsigned char page_diagnostics_H0550_md[] = {
#embed "../../Documentation/diagnostics/H0550.md"
};
static const unsigned char page_diagnostics_H0551_md[] = {
#embed "../../Documentation/diagnostics/H0551.md"
};
static const unsigned char page_diagnostics_H0552_md[] = {
#embed "../../Documentation/diagnostics/H0552.md"
};
static const unsigned char page_diagnostics_H0553_md[] = {
#embed "../../Documentation/diagnostics/H0553.md"
};
static const unsigned char page_diagnostics_H0554_md[] = {
#embed "../../Documentation/diagnostics/H0554.md"
};
static const unsigned char page_diagnostics_H0560_md[] = {
#embed "../../Documentation/diagnostics/H0560.md"
};
static const unsigned char page_diagnostics_H0561_md[] = {
#embed "../../Documentation/diagnostics/H0561.md"
};
static const unsigned char page_diagnostics_H0562_md[] = {
#embed "../../Documentation/diagnostics/H0562.md"
};
static const unsigned char page_diagnostics_H0563_md[] = {
#embed "../../Documentation/diagnostics/H0563.md"
};
static const unsigned char page_diagnostics_H0564_md[] = {
#embed "../../Documentation/diagnostics/H0564.md"
};
static const unsigned char page_diagnostics_H0565_md[] = {
#embed "../../Documentation/diagnostics/H0565.md"
};
static const unsigned char page_diagnostics_H0601_md[] = {
#embed "../../Documentation/diagnostics/H0601.md"
};
static const unsigned char page_diagnostics_H0602_md[] = {
#embed "../../Documentation/diagnostics/H0602.md"
};
static const unsigned char page_diagnostics_H0603_md[] = {
#embed "../../Documentation/diagnostics/H0603.md"
};
static const unsigned char page_diagnostics_H0604_md[] = {
#embed "../../Documentation/diagnostics/H0604.md"
};
static const unsigned char page_diagnostics_H0605_md[] = {
#embed "../../Documentation/diagnostics/H0605.md"
};
static const unsigned char page_diagnostics_H0606_md[] = {
#embed "../../Documentation/diagnostics/H0606.md"
};
static const unsigned char page_diagnostics_H0607_md[] = {
#embed "../../Documentation/diagnostics/H0607.md"
};
static const unsigned char page_diagnostics_H0608_md[] = {
#embed "../../Documentation/diagnostics/H0608.md"
};
static const unsigned char page_diagnostics_H0609_md[] = {
#embed "../../Documentation/diagnostics/H0609.md"
};
static const unsigned char page_diagnostics_H0610_md[] = {
#embed "../../Documentation/diagnostics/H0610.md"
};
static const unsigned char page_diagnostics_H0611_md[] = {
#embed "../../Documentation/diagnostics/H0611.md"
};
static const unsigned char page_diagnostics_H0612_md[] = {
#embed "../../Documentation/diagnostics/H0612.md"
};
static const unsigned char page_diagnostics_H0613_md[] = {
#embed "../../Documentation/diagnostics/H0613.md"
};
static const unsigned char page_diagnostics_H0614_md[] = {
#embed "../../Documentation/diagnostics/H0614.md"
};
static const unsigned char page_diagnostics_H0615_md[] = {
#embed "../../Documentation/diagnostics/H0615.md"
};
static const unsigned char page_diagnostics_H0616_md[] = {
#embed "../../Documentation/diagnostics/H0616.md"
};
static const unsigned char page_diagnostics_H0617_md[] = {
#embed "../../Documentation/diagnostics/H0617.md"
};
static const unsigned char page_diagnostics_H0618_md[] = {
#embed "../../Documentation/diagnostics/H0618.md"
};
static const unsigned char page_diagnostics_H0619_md[] = {
#embed "../../Documentation/diagnostics/H0619.md"
};
static const unsigned char page_diagnostics_H0630_md[] = {
#embed "../../Documentation/diagnostics/H0630.md"
};
static const unsigned char page_diagnostics_H0631_md[] = {
#embed "../../Documentation/diagnostics/H0631.md"
};
static const unsigned char page_diagnostics_H0632_md[] = {
#embed "../../Documentation/diagnostics/H0632.md"
};
static const unsigned char page_diagnostics_H0633_md[] = {
#embed "../../Documentation/diagnostics/H0633.md"
};
static const unsigned char page_diagnostics_H0634_md[] = {
#embed "../../Documentation/diagnostics/H0634.md"
};
static const unsigned char page_diagnostics_H0635_md[] = {
#embed "../../Documentation/diagnostics/H0635.md"
};
static const unsigned char page_diagnostics_H0636_md[] = {
#embed "../../Documentation/diagnostics/H0636.md"
};
static const unsigned char page_diagnostics_H0637_md[] = {
#embed "../../Documentation/diagnostics/H0637.md"
};
static const unsigned char page_diagnostics_H0638_md[] = {
#embed "../../Documentation/diagnostics/H0638.md"
};
static const unsigned char page_diagnostics_H0639_md[] = {
#embed "../../Documentation/diagnostics/H0639.md"
};
static const unsigned char page_diagnostics_H0640_md[] = {
#embed "../../Documentation/diagnostics/H0640.md"
};
static const unsigned char page_diagnostics_H0641_md[] = {
#embed "../../Documentation/diagnostics/H0641.md"
};
static const unsigned char page_diagnostics_H0642_md[] = {
#embed "../../Documentation/diagnostics/H0642.md"
};
static const unsigned char page_diagnostics_H0643_md[] = {
#embed "../../Documentation/diagnostics/H0643.md"
};
static const unsigned char page_diagnostics_H0644_md[] = {
#embed "../../Documentation/diagnostics/H0644.md"
};
static const unsigned char page_diagnostics_H0645_md[] = {
#embed "../../Documentation/diagnostics/H0645.md"
};
static const unsigned char page_diagnostics_H0646_md[] = {
#embed "../../Documentation/diagnostics/H0646.md"
};
static const unsigned char page_diagnostics_H0647_md[] = {
#embed "../../Documentation/diagnostics/H0647.md"
};
static const unsigned char page_diagnostics_H0648_md[] = {
#embed "../../Documentation/diagnostics/H0648.md"
};
static const unsigned char page_diagnostics_H0649_md[] = {
#embed "../../Documentation/diagnostics/H0649.md"
};
static const unsigned char page_diagnostics_H0650_md[] = {
#embed "../../Documentation/diagnostics/H0650.md"
};
static const unsigned char page_diagnostics_H0651_md[] = {
#embed "../../Documentation/diagnostics/H0651.md"
};
static const unsigned char page_diagnostics_H0652_md[] = {
#embed "../../Documentation/diagnostics/H0652.md"
};
static const unsigned char page_diagnostics_H0653_md[] = {
#embed "../../Documentation/diagnostics/H0653.md"
};
static const unsigned char page_diagnostics_H0654_md[] = {
#embed "../../Documentation/diagnostics/H0654.md"
};
static const unsigned char page_diagnostics_H0655_md[] = {
#embed "../../Documentation/diagnostics/H0655.md"
};
static const unsigned char page_diagnostics_H0656_md[] = {
#embed "../../Documentation/diagnostics/H0656.md"
};
static const unsigned char page_diagnostics_H0657_md[] = {
#embed "../../Documentation/diagnostics/H0657.md"
};
static const unsigned char page_diagnostics_H0658_md[] = {
#embed "../../Documentation/diagnostics/H0658.md"
};
static const unsigned char page_diagnostics_H0659_md[] = {
#embed "../../Documentation/diagnostics/H0659.md"
};
static const unsigned char page_diagnostics_H0660_md[] = {
#embed "../../Documentation/diagnostics/H0660.md"
};
static const unsigned char page_diagnostics_H0670_md[] = {
#embed "../../Documentation/diagnostics/H0670.md"
};
static const unsigned char page_diagnostics_H0671_md[] = {
#embed "../../Documentation/diagnostics/H0671.md"
};
static const unsigned char page_diagnostics_H0672_md[] = {
#embed "../../Documentation/diagnostics/H0672.md"
};
static const unsigned char page_diagnostics_H0673_md[] = {
#embed "../../Documentation/diagnostics/H0673.md"
};
static const unsigned char page_diagnostics_H0674_md[] = {
#embed "../../Documentation/diagnostics/H0674.md"
};
static const unsigned char page_diagnostics_H0700_md[] = {
#embed "../../Documentation/diagnostics/H0700.md"
};
static const unsigned char page_diagnostics_H0701_md[] = {
#embed "../../Documentation/diagnostics/H0701.md"
};
static const unsigned char page_diagnostics_H0702_md[] = {
#embed "../../Documentation/diagnostics/H0702.md"
};
static const unsigned char page_diagnostics_H0703_md[] = {
#embed "../../Documentation/diagnostics/H0703.md"
};
static const unsigned char page_diagnostics_H0704_md[] = {
#embed "../../Documentation/diagnostics/H0704.md"
};
static const unsigned char page_diagnostics_H0705_md[] = {
#embed "../../Documentation/diagnostics/H0705.md"
};
static const unsigned char page_diagnostics_H0706_md[] = {
#embed "../../Documentation/diagnostics/H0706.md"
};
static const unsigned char page_diagnostics_H0708_md[] = {
#embed "../../Documentation/diagnostics/H0708.md"
};
static const unsigned char page_diagnostics_H0709_md[] = {
#embed "../../Documentation/diagnostics/H0709.md"
};
static const unsigned char page_diagnostics_H0710_md[] = {
#embed "../../Documentation/diagnostics/H0710.md"
};
static const unsigned char page_diagnostics_H0711_md[] = {
#embed "../../Documentation/diagnostics/H0711.md"
};
static const unsigned char page_diagnostics_H0712_md[] = {
#embed "../../Documentation/diagnostics/H0712.md"
};
static const unsigned char page_diagnostics_H0713_md[] = {
#embed "../../Documentation/diagnostics/H0713.md"
};
static const unsigned char page_diagnostics_H0720_md[] = {
#embed "../../Documentation/diagnostics/H0720.md"
};
static const unsigned char page_diagnostics_H0725_md[] = {
#embed "../../Documentation/diagnostics/H0725.md"
};
static const unsigned char page_diagnostics_H0730_md[] = {
#embed "../../Documentation/diagnostics/H0730.md"
};
static const unsigned char page_diagnostics_H0731_md[] = {
#embed "../../Documentation/diagnostics/H0731.md"
};
static const unsigned char page_diagnostics_H0750_md[] = {
#embed "../../Documentation/diagnostics/H0750.md"
};
static const unsigned char page_diagnostics_H0751_md[] = {
#embed "../../Documentation/diagnostics/H0751.md"
};
static const unsigned char page_diagnostics_H0752_md[] = {
#embed "../../Documentation/diagnostics/H0752.md"
};
static const unsigned char page_diagnostics_H0753_md[] = {
#embed "../../Documentation/diagnostics/H0753.md"
};
static const unsigned char page_diagnostics_H0754_md[] = {
#embed "../../Documentation/diagnostics/H0754.md"
};
static const unsigned char page_diagnostics_H0755_md[] = {
#embed "../../Documentation/diagnostics/H0755.md"
};
static const unsigned char page_diagnostics_H0756_md[] = {
#embed "../../Documentation/diagnostics/H0756.md"
};
static const unsigned char page_diagnostics_H0757_md[] = {
#embed "../../Documentation/diagnostics/H0757.md"
};
static const unsigned char page_diagnostics_H0758_md[] = {
#embed "../../Documentation/diagnostics/H0758.md"
};
static const unsigned char page_diagnostics_H0759_md[] = {
#embed "../../Documentation/diagnostics/H0759.md"
};
static const unsigned char page_diagnostics_H0760_md[] = {
#embed "../../Documentation/diagnostics/H0760.md"
};
static const unsigned char page_diagnostics_H0761_md[] = {
#embed "../../Documentation/diagnostics/H0761.md"
};
static const unsigned char page_diagnostics_H0762_md[] = {
#embed "../../Documentation/diagnostics/H0762.md"
};
static const unsigned char page_diagnostics_H0763_md[] = {
#embed "../../Documentation/diagnostics/H0763.md"
};
static const unsigned char page_diagnostics_H0764_md[] = {
#embed "../../Documentation/diagnostics/H0764.md"
};
static const unsigned char page_diagnostics_H0770_md[] = {
#embed "../../Documentation/diagnostics/H0770.md"
};
static const unsigned char page_diagnostics_H0771_md[] = {
#embed "../../Documentation/diagnostics/H0771.md"
};
static const unsigned char page_diagnostics_H0772_md[] = {
#embed "../../Documentation/diagnostics/H0772.md"
};
static const unsigned char page_diagnostics_H0773_md[] = {
#embed "../../Documentation/diagnostics/H0773.md"
};
static const unsigned char page_diagnostics_H0774_md[] = {
#embed "../../Documentation/diagnostics/H0774.md"
};
static const unsigned char page_diagnostics_H0775_md[] = {
#embed "../../Documentation/diagnostics/H0775.md"
};
static const unsigned char page_diagnostics_H0776_md[] = {
#embed "../../Documentation/diagnostics/H0776.md"
};
static const unsigned char page_diagnostics_H0777_md[] = {
#embed "../../Documentation/diagnostics/H0777.md"
};
static const unsigned char page_diagnostics_H0784_md[] = {
#embed "../../Documentation/diagnostics/H0784.md"
};
static const unsigned char page_diagnostics_H0785_md[] = {
#embed "../../Documentation/diagnostics/H0785.md"
};
static const unsigned char page_diagnostics_H0786_md[] = {
#embed "../../Documentation/diagnostics/H0786.md"
};
static const unsigned char page_diagnostics_H0787_md[] = {
#embed "../../Documentation/diagnostics/H0787.md"
};
static const unsigned char page_diagnostics_H0788_md[] = {
#embed "../../Documentation/diagnostics/H0788.md"
};
static const unsigned char page_diagnostics_H0800_md[] = {
#embed "../../Documentation/diagnostics/H0800.md"
};
static const unsigned char page_diagnostics_H0801_md[] = {
#embed "../../Documentation/diagnostics/H0801.md"
};
static const unsigned char page_diagnostics_H0802_md[] = {
#embed "../../Documentation/diagnostics/H0802.md"
};
static const unsigned char page_diagnostics_H0803_md[] = {
#embed "../../Documentation/diagnostics/H0803.md"
};
static const unsigned char page_diagnostics_H0804_md[] = {
#embed "../../Documentation/diagnostics/H0804.md"
};
static const unsigned char page_diagnostics_H0805_md[] = {
#embed "../../Documentation/diagnostics/H0805.md"
};
static const unsigned char page_diagnostics_H0806_md[] = {
#embed "../../Documentation/diagnostics/H0806.md"
};
static const unsigned char page_diagnostics_H0807_md[] = {
#embed "../../Documentation/diagnostics/H0807.md"
};
static const unsigned char page_diagnostics_H0808_md[] = {
#embed "../../Documentation/diagnostics/H0808.md"
};
static const unsigned char page_diagnostics_H0809_md[] = {
#embed "../../Documentation/diagnostics/H0809.md"
};
static const unsigned char page_index_md[] = {
#embed "../../Documentation/index.md"
};
static const unsigned char page_reference_clauses_add_md[] = {
#embed "../../Documentation/reference/clauses/add.md"
};
static const unsigned char page_reference_clauses_count_md[] = {
#embed "../../Documentation/reference/clauses/count.md"
};
static const unsigned char page_reference_clauses_cover_md[] = {
#embed "../../Documentation/reference/clauses/cover.md"
};
static const unsigned char page_reference_clauses_distinct_md[] = {
#embed "../../Documentation/reference/clauses/distinct.md"
};
static const unsigned char page_reference_clauses_drop_md[] = {
#embed "../../Documentation/reference/clauses/drop.md"
};
static const unsigned char page_reference_clauses_each_md[] = {
#embed "../../Documentation/reference/clauses/each.md"
};
static const unsigned char page_reference_clauses_expect_md[] = {
#embed "../../Documentation/reference/clauses/expect.md"
};
static const unsigned char page_reference_clauses_follow_md[] = {
#embed "../../Documentation/reference/clauses/follow.md"
};
static const unsigned char page_reference_clauses_intersect_md[] = {
#embed "../../Documentation/reference/clauses/intersect.md"
};
static const unsigned char page_reference_clauses_minus_md[] = {
#embed "../../Documentation/reference/clauses/minus.md"
};
static const unsigned char page_reference_clauses_pivot_md[] = {
#embed "../../Documentation/reference/clauses/pivot.md"
};
static const unsigned char page_reference_clauses_sample_md[] = {
#embed "../../Documentation/reference/clauses/sample.md"
};
static const unsigned char page_reference_clauses_save_md[] = {
#embed "../../Documentation/reference/clauses/save.md"
};
static const unsigned char page_reference_clauses_select_md[] = {
#embed "../../Documentation/reference/clauses/select.md"
};
static const unsigned char page_reference_clauses_show_md[] = {
#embed "../../Documentation/reference/clauses/show.md"
};
static const unsigned char page_reference_clauses_skip_md[] = {
#embed "../../Documentation/reference/clauses/skip.md"
};
static const unsigned char page_reference_clauses_sort_md[] = {
#embed "../../Documentation/reference/clauses/sort.md"
};
static const unsigned char page_reference_clauses_summarize_md[] = {
#embed "../../Documentation/reference/clauses/summarize.md"
};
static const unsigned char page_reference_clauses_take_md[] = {
#embed "../../Documentation/reference/clauses/take.md"
};
static const unsigned char page_reference_clauses_top_md[] = {
#embed "../../Documentation/reference/clauses/top.md"
};
static const unsigned char page_reference_clauses_union_md[] = {
#embed "../../Documentation/reference/clauses/union.md"
};
static const unsigned char page_reference_clauses_where_md[] = {
#embed "../../Documentation/reference/clauses/where.md"
};
static const unsigned char page_reference_command_line_md[] = {
#embed "../../Documentation/reference/command-line.md"
};
static const unsigned char page_reference_data_md[] = {
#embed "../../Documentation/reference/data.md"
};
static const unsigned char page_reference_expressions_md[] = {
#embed "../../Documentation/reference/expressions.md"
};
static const unsigned char page_reference_formats_md[] = {
#embed "../../Documentation/reference/formats.md"
};
static const unsigned char page_reference_functions_abs_md[] = {
#embed "../../Documentation/reference/functions/abs.md"
};
static const unsigned char page_reference_functions_acquaintance_md[] = {
#embed "../../Documentation/reference/functions/acquaintance.md"
};
static const unsigned char page_reference_functions_activity_md[] = {
#embed "../../Documentation/reference/functions/activity.md"
};
static const unsigned char page_reference_functions_adamic_adar_md[] = {
#embed "../../Documentation/reference/functions/adamic_adar.md"
};
static const unsigned char page_reference_functions_association_strength_md[] = {
#embed "../../Documentation/reference/functions/association_strength.md"
};
static const unsigned char page_reference_functions_average_path_md[] = {
#embed "../../Documentation/reference/functions/average_path.md"
};
static const unsigned char page_reference_functions_avg_md[] = {
#embed "../../Documentation/reference/functions/avg.md"
};
static const unsigned char page_reference_functions_betweenness_md[] = {
#embed "../../Documentation/reference/functions/betweenness.md"
};
static const unsigned char page_reference_functions_brokerage_md[] = {
#embed "../../Documentation/reference/functions/brokerage.md"
};
static const unsigned char page_reference_functions_ceil_md[] = {
#embed "../../Documentation/reference/functions/ceil.md"
};
static const unsigned char page_reference_functions_claim_md[] = {
#embed "../../Documentation/reference/functions/claim.md"
};
static const unsigned char page_reference_functions_claims_md[] = {
#embed "../../Documentation/reference/functions/claims.md"
};
static const unsigned char page_reference_functions_closeness_md[] = {
#embed "../../Documentation/reference/functions/closeness.md"
};
static const unsigned char page_reference_functions_clustering_md[] = {
#embed "../../Documentation/reference/functions/clustering.md"
};
static const unsigned char page_reference_functions_common_neighbors_md[] = {
#embed "../../Documentation/reference/functions/common_neighbors.md"
};
static const unsigned char page_reference_functions_common_strengths_md[] = {
#embed "../../Documentation/reference/functions/common_strengths.md"
};
static const unsigned char page_reference_functions_community_md[] = {
#embed "../../Documentation/reference/functions/community.md"
};
static const unsigned char page_reference_functions_complementarity_md[] = {
#embed "../../Documentation/reference/functions/complementarity.md"
};
static const unsigned char page_reference_functions_component_md[] = {
#embed "../../Documentation/reference/functions/component.md"
};
static const unsigned char page_reference_functions_concentration_md[] = {
#embed "../../Documentation/reference/functions/concentration.md"
};
static const unsigned char page_reference_functions_constraint_md[] = {
#embed "../../Documentation/reference/functions/constraint.md"
};
static const unsigned char page_reference_functions_contains_md[] = {
#embed "../../Documentation/reference/functions/contains.md"
};
static const unsigned char page_reference_functions_contains_all_md[] = {
#embed "../../Documentation/reference/functions/contains_all.md"
};
static const unsigned char page_reference_functions_core_md[] = {
#embed "../../Documentation/reference/functions/core.md"
};
static const unsigned char page_reference_functions_cosine_md[] = {
#embed "../../Documentation/reference/functions/cosine.md"
};
static const unsigned char page_reference_functions_count_md[] = {
#embed "../../Documentation/reference/functions/count.md"
};
static const unsigned char page_reference_functions_date_md[] = {
#embed "../../Documentation/reference/functions/date.md"
};
static const unsigned char page_reference_functions_day_md[] = {
#embed "../../Documentation/reference/functions/day.md"
};
static const unsigned char page_reference_functions_decimal_md[] = {
#embed "../../Documentation/reference/functions/decimal.md"
};
static const unsigned char page_reference_functions_degree_md[] = {
#embed "../../Documentation/reference/functions/degree.md"
};
static const unsigned char page_reference_functions_density_md[] = {
#embed "../../Documentation/reference/functions/density.md"
};
static const unsigned char page_reference_functions_diameter_md[] = {
#embed "../../Documentation/reference/functions/diameter.md"
};
static const unsigned char page_reference_functions_diversity_md[] = {
#embed "../../Documentation/reference/functions/diversity.md"
};
static const unsigned char page_reference_functions_effective_size_md[] = {
#embed "../../Documentation/reference/functions/effective_size.md"
};
static const unsigned char page_reference_functions_ei_index_md[] = {
#embed "../../Documentation/reference/functions/ei_index.md"
};
static const unsigned char page_reference_functions_eigenvector_md[] = {
#embed "../../Documentation/reference/functions/eigenvector.md"
};
static const unsigned char page_reference_functions_ends_with_md[] = {
#embed "../../Documentation/reference/functions/ends_with.md"
};
static const unsigned char page_reference_functions_entropy_md[] = {
#embed "../../Documentation/reference/functions/entropy.md"
};
static const unsigned char page_reference_functions_exp_md[] = {
#embed "../../Documentation/reference/functions/exp.md"
};
static const unsigned char page_reference_functions_first_md[] = {
#embed "../../Documentation/reference/functions/first.md"
};
static const unsigned char page_reference_functions_fit_md[] = {
#embed "../../Documentation/reference/functions/fit.md"
};
static const unsigned char page_reference_functions_floor_md[] = {
#embed "../../Documentation/reference/functions/floor.md"
};
static const unsigned char page_reference_functions_fold_md[] = {
#embed "../../Documentation/reference/functions/fold.md"
};
static const unsigned char page_reference_functions_greatest_md[] = {
#embed "../../Documentation/reference/functions/greatest.md"
};
static const unsigned char page_reference_functions_h_degree_md[] = {
#embed "../../Documentation/reference/functions/h_degree.md"
};
static const unsigned char page_reference_functions_harmonic_md[] = {
#embed "../../Documentation/reference/functions/harmonic.md"
};
static const unsigned char page_reference_functions_hops_md[] = {
#embed "../../Documentation/reference/functions/hops.md"
};
static const unsigned char page_reference_functions_int_md[] = {
#embed "../../Documentation/reference/functions/int.md"
};
static const unsigned char page_reference_functions_is_cut_md[] = {
#embed "../../Documentation/reference/functions/is_cut.md"
};
static const unsigned char page_reference_functions_jaccard_md[] = {
#embed "../../Documentation/reference/functions/jaccard.md"
};
static const unsigned char page_reference_functions_join_md[] = {
#embed "../../Documentation/reference/functions/join.md"
};
static const unsigned char page_reference_functions_lag_md[] = {
#embed "../../Documentation/reference/functions/lag.md"
};
static const unsigned char page_reference_functions_last_md[] = {
#embed "../../Documentation/reference/functions/last.md"
};
static const unsigned char page_reference_functions_lead_md[] = {
#embed "../../Documentation/reference/functions/lead.md"
};
static const unsigned char page_reference_functions_least_md[] = {
#embed "../../Documentation/reference/functions/least.md"
};
static const unsigned char page_reference_functions_length_md[] = {
#embed "../../Documentation/reference/functions/length.md"
};
static const unsigned char page_reference_functions_list_md[] = {
#embed "../../Documentation/reference/functions/list.md"
};
static const unsigned char page_reference_functions_ln_md[] = {
#embed "../../Documentation/reference/functions/ln.md"
};
static const unsigned char page_reference_functions_log10_md[] = {
#embed "../../Documentation/reference/functions/log10.md"
};
static const unsigned char page_reference_functions_lower_md[] = {
#embed "../../Documentation/reference/functions/lower.md"
};
static const unsigned char page_reference_functions_max_md[] = {
#embed "../../Documentation/reference/functions/max.md"
};
static const unsigned char page_reference_functions_median_md[] = {
#embed "../../Documentation/reference/functions/median.md"
};
static const unsigned char page_reference_functions_min_md[] = {
#embed "../../Documentation/reference/functions/min.md"
};
static const unsigned char page_reference_functions_modularity_md[] = {
#embed "../../Documentation/reference/functions/modularity.md"
};
static const unsigned char page_reference_functions_month_md[] = {
#embed "../../Documentation/reference/functions/month.md"
};
static const unsigned char page_reference_functions_novelty_md[] = {
#embed "../../Documentation/reference/functions/novelty.md"
};
static const unsigned char page_reference_functions_overlap_md[] = {
#embed "../../Documentation/reference/functions/overlap.md"
};
static const unsigned char page_reference_functions_pagerank_md[] = {
#embed "../../Documentation/reference/functions/pagerank.md"
};
static const unsigned char page_reference_functions_participation_coefficient_md[] = {
#embed "../../Documentation/reference/functions/participation_coefficient.md"
};
static const unsigned char page_reference_functions_percentile_md[] = {
#embed "../../Documentation/reference/functions/percentile.md"
};
static const unsigned char page_reference_functions_potential_md[] = {
#embed "../../Documentation/reference/functions/potential.md"
};
static const unsigned char page_reference_functions_pow_md[] = {
#embed "../../Documentation/reference/functions/pow.md"
};
static const unsigned char page_reference_functions_preferential_attachment_md[] = {
#embed "../../Documentation/reference/functions/preferential_attachment.md"
};
static const unsigned char page_reference_functions_profile_similarity_md[] = {
#embed "../../Documentation/reference/functions/profile_similarity.md"
};
static const unsigned char page_reference_functions_proximity_md[] = {
#embed "../../Documentation/reference/functions/proximity.md"
};
static const unsigned char page_reference_functions_quarter_md[] = {
#embed "../../Documentation/reference/functions/quarter.md"
};
static const unsigned char page_reference_functions_rank_md[] = {
#embed "../../Documentation/reference/functions/rank.md"
};
static const unsigned char page_reference_functions_rao_stirling_md[] = {
#embed "../../Documentation/reference/functions/rao_stirling.md"
};
static const unsigned char page_reference_functions_rca_md[] = {
#embed "../../Documentation/reference/functions/rca.md"
};
static const unsigned char page_reference_functions_reasons_md[] = {
#embed "../../Documentation/reference/functions/reasons.md"
};
static const unsigned char page_reference_functions_reciprocity_md[] = {
#embed "../../Documentation/reference/functions/reciprocity.md"
};
static const unsigned char page_reference_functions_relatedness_md[] = {
#embed "../../Documentation/reference/functions/relatedness.md"
};
static const unsigned char page_reference_functions_relatedness_density_md[] = {
#embed "../../Documentation/reference/functions/relatedness_density.md"
};
static const unsigned char page_reference_functions_replace_md[] = {
#embed "../../Documentation/reference/functions/replace.md"
};
static const unsigned char page_reference_functions_resource_allocation_md[] = {
#embed "../../Documentation/reference/functions/resource_allocation.md"
};
static const unsigned char page_reference_functions_round_md[] = {
#embed "../../Documentation/reference/functions/round.md"
};
static const unsigned char page_reference_functions_row_number_md[] = {
#embed "../../Documentation/reference/functions/row_number.md"
};
static const unsigned char page_reference_functions_running_sum_md[] = {
#embed "../../Documentation/reference/functions/running_sum.md"
};
static const unsigned char page_reference_functions_same_set_md[] = {
#embed "../../Documentation/reference/functions/same_set.md"
};
static const unsigned char page_reference_functions_share_md[] = {
#embed "../../Documentation/reference/functions/share.md"
};
static const unsigned char page_reference_functions_similarity_md[] = {
#embed "../../Documentation/reference/functions/similarity.md"
};
static const unsigned char page_reference_functions_slice_md[] = {
#embed "../../Documentation/reference/functions/slice.md"
};
static const unsigned char page_reference_functions_split_md[] = {
#embed "../../Documentation/reference/functions/split.md"
};
static const unsigned char page_reference_functions_sqrt_md[] = {
#embed "../../Documentation/reference/functions/sqrt.md"
};
static const unsigned char page_reference_functions_starts_with_md[] = {
#embed "../../Documentation/reference/functions/starts_with.md"
};
static const unsigned char page_reference_functions_stddev_md[] = {
#embed "../../Documentation/reference/functions/stddev.md"
};
static const unsigned char page_reference_functions_strength_md[] = {
#embed "../../Documentation/reference/functions/strength.md"
};
static const unsigned char page_reference_functions_sum_md[] = {
#embed "../../Documentation/reference/functions/sum.md"
};
static const unsigned char page_reference_functions_text_md[] = {
#embed "../../Documentation/reference/functions/text.md"
};
static const unsigned char page_reference_functions_today_md[] = {
#embed "../../Documentation/reference/functions/today.md"
};
static const unsigned char page_reference_functions_transitivity_md[] = {
#embed "../../Documentation/reference/functions/transitivity.md"
};
static const unsigned char page_reference_functions_transliterate_md[] = {
#embed "../../Documentation/reference/functions/transliterate.md"
};
static const unsigned char page_reference_functions_trim_md[] = {
#embed "../../Documentation/reference/functions/trim.md"
};
static const unsigned char page_reference_functions_ubiquity_md[] = {
#embed "../../Documentation/reference/functions/ubiquity.md"
};
static const unsigned char page_reference_functions_upper_md[] = {
#embed "../../Documentation/reference/functions/upper.md"
};
static const unsigned char page_reference_functions_week_md[] = {
#embed "../../Documentation/reference/functions/week.md"
};
static const unsigned char page_reference_functions_wu_palmer_md[] = {
#embed "../../Documentation/reference/functions/wu_palmer.md"
};
static const unsigned char page_reference_functions_year_md[] = {
#embed "../../Documentation/reference/functions/year.md"
};
static const unsigned char page_reference_library_md[] = {
#embed "../../Documentation/reference/library.md"
};
static const unsigned char page_reference_pictures_md[] = {
#embed "../../Documentation/reference/pictures.md"
};
static const unsigned char page_reference_prompt_md[] = {
#embed "../../Documentation/reference/prompt.md"
};
static const unsigned char page_reference_sources_md[] = {
#embed "../../Documentation/reference/sources.md"
};
static const unsigned char page_reference_statements_assert_md[] = {
#embed "../../Documentation/reference/statements/assert.md"
};
static const unsigned char page_reference_statements_def_md[] = {
#embed "../../Documentation/reference/statements/def.md"
};
static const unsigned char page_reference_statements_for_md[] = {
#embed "../../Documentation/reference/statements/for.md"
};
static const unsigned char page_reference_statements_if_md[] = {
#embed "../../Documentation/reference/statements/if.md"
};
static const unsigned char page_reference_statements_language_md[] = {
#embed "../../Documentation/reference/statements/language.md"
};
static const unsigned char page_reference_statements_let_md[] = {
#embed "../../Documentation/reference/statements/let.md"
};
static const unsigned char page_reference_statements_network_md[] = {
#embed "../../Documentation/reference/statements/network.md"
};
static const unsigned char page_reference_statements_param_md[] = {
#embed "../../Documentation/reference/statements/param.md"
};
static const unsigned char page_reference_statements_print_md[] = {
#embed "../../Documentation/reference/statements/print.md"
};
static const unsigned char page_reference_statements_test_md[] = {
#embed "../../Documentation/reference/statements/test.md"
};
static const unsigned char page_reference_statements_use_md[] = {
#embed "../../Documentation/reference/statements/use.md"
};
static const unsigned char page_reference_types_md[] = {
#embed "../../Documentation/reference/types.md"
};
static const unsigned char page_reference_values_md[] = {
#embed "../../Documentation/reference/values.md"
};
static const unsigned char page_topics_backtest_md[] = {
#embed "../../Documentation/topics/backtest.md"
};
static const unsigned char page_topics_evidence_md[] = {
#embed "../../Documentation/topics/evidence.md"
};
static const unsigned char page_topics_from_cypher_md[] = {
#embed "../../Documentation/topics/from-cypher.md"
};
static const unsigned char page_topics_from_jq_md[] = {
#embed "../../Documentation/topics/from-jq.md"
};
static const unsigned char page_topics_from_jql_md[] = {
#embed "../../Documentation/topics/from-jql.md"
};
static const unsigned char page_topics_from_sql_md[] = {
#embed "../../Documentation/topics/from-sql.md"
};
static const unsigned char page_topics_many_values_md[] = {
#embed "../../Documentation/topics/many-values.md"
};
static const unsigned char page_topics_missing_values_md[] = {
#embed "../../Documentation/topics/missing-values.md"
};
static const unsigned char page_topics_networks_md[] = {
#embed "../../Documentation/topics/networks.md"
};
static const unsigned char page_topics_specialisation_md[] = {
#embed "../../Documentation/topics/specialisation.md"
};
static const unsigned char page_topics_text_matching_md[] = {
#embed "../../Documentation/topics/text-matching.md"
};
static const unsigned char page_tutorial_md[] = {
#embed "../../Documentation/tutorial.md"
};

static const struct hora_page pages[] = {
  {"conformance.md", page_conformance_md, sizeof page_conformance_md},
  {"diagnostics/H0101.md", page_diagnostics_H0101_md, sizeof page_diagnostics_H0101_md},
  {"diagnostics/H0102.md", page_diagnostics_H0102_md, sizeof page_diagnostics_H0102_md},
  {"diagnostics/H0103.md", page_diagnostics_H0103_md, sizeof page_diagnostics_H0103_md},
  {"diagnostics/H0104.md", page_diagnostics_H0104_md, sizeof page_diagnostics_H0104_md},
  {"diagnostics/H0105.md", page_diagnostics_H0105_md, sizeof page_diagnostics_H0105_md},
  {"diagnostics/H0106.md", page_diagnostics_H0106_md, sizeof page_diagnostics_H0106_md},
  {"diagnostics/H0107.md", page_diagnostics_H0107_md, sizeof page_diagnostics_H0107_md},
  {"diagnostics/H0108.md", page_diagnostics_H0108_md, sizeof page_diagnostics_H0108_md},
  {"diagnostics/H0109.md", page_diagnostics_H0109_md, sizeof page_diagnostics_H0109_md},
  {"diagnostics/H0110.md", page_diagnostics_H0110_md, sizeof page_diagnostics_H0110_md},
  {"diagnostics/H0111.md", page_diagnostics_H0111_md, sizeof page_diagnostics_H0111_md},
  {"diagnostics/H0112.md", page_diagnostics_H0112_md, sizeof page_diagnostics_H0112_md},
  {"diagnostics/H0113.md", page_diagnostics_H0113_md, sizeof page_diagnostics_H0113_md},
  {"diagnostics/H0114.md", page_diagnostics_H0114_md, sizeof page_diagnostics_H0114_md},
  {"diagnostics/H0115.md", page_diagnostics_H0115_md, sizeof page_diagnostics_H0115_md},
  {"diagnostics/H0116.md", page_diagnostics_H0116_md, sizeof page_diagnostics_H0116_md},
  {"diagnostics/H0117.md", page_diagnostics_H0117_md, sizeof page_diagnostics_H0117_md},
  {"diagnostics/H0118.md", page_diagnostics_H0118_md, sizeof page_diagnostics_H0118_md},
  {"diagnostics/H0119.md", page_diagnostics_H0119_md, sizeof page_diagnostics_H0119_md},
  {"diagnostics/H0120.md", page_diagnostics_H0120_md, sizeof page_diagnostics_H0120_md},
  {"diagnostics/H0121.md", page_diagnostics_H0121_md, sizeof page_diagnostics_H0121_md},
  {"diagnostics/H0122.md", page_diagnostics_H0122_md, sizeof page_diagnostics_H0122_md},
  {"diagnostics/H0201.md", page_diagnostics_H0201_md, sizeof page_diagnostics_H0201_md},
  {"diagnostics/H0202.md", page_diagnostics_H0202_md, sizeof page_diagnostics_H0202_md},
  {"diagnostics/H0203.md", page_diagnostics_H0203_md, sizeof page_diagnostics_H0203_md},
  {"diagnostics/H0204.md", page_diagnostics_H0204_md, sizeof page_diagnostics_H0204_md},
  {"diagnostics/H0205.md", page_diagnostics_H0205_md, sizeof page_diagnostics_H0205_md},
  {"diagnostics/H0206.md", page_diagnostics_H0206_md, sizeof page_diagnostics_H0206_md},
  {"diagnostics/H0207.md", page_diagnostics_H0207_md, sizeof page_diagnostics_H0207_md},
  {"diagnostics/H0210.md", page_diagnostics_H0210_md, sizeof page_diagnostics_H0210_md},
  {"diagnostics/H0211.md", page_diagnostics_H0211_md, sizeof page_diagnostics_H0211_md},
  {"diagnostics/H0212.md", page_diagnostics_H0212_md, sizeof page_diagnostics_H0212_md},
  {"diagnostics/H0213.md", page_diagnostics_H0213_md, sizeof page_diagnostics_H0213_md},
  {"diagnostics/H0214.md", page_diagnostics_H0214_md, sizeof page_diagnostics_H0214_md},
  {"diagnostics/H0215.md", page_diagnostics_H0215_md, sizeof page_diagnostics_H0215_md},
  {"diagnostics/H0216.md", page_diagnostics_H0216_md, sizeof page_diagnostics_H0216_md},
  {"diagnostics/H0217.md", page_diagnostics_H0217_md, sizeof page_diagnostics_H0217_md},
  {"diagnostics/H0218.md", page_diagnostics_H0218_md, sizeof page_diagnostics_H0218_md},
  {"diagnostics/H0219.md", page_diagnostics_H0219_md, sizeof page_diagnostics_H0219_md},
  {"diagnostics/H0220.md", page_diagnostics_H0220_md, sizeof page_diagnostics_H0220_md},
  {"diagnostics/H0221.md", page_diagnostics_H0221_md, sizeof page_diagnostics_H0221_md},
  {"diagnostics/H0230.md", page_diagnostics_H0230_md, sizeof page_diagnostics_H0230_md},
  {"diagnostics/H0231.md", page_diagnostics_H0231_md, sizeof page_diagnostics_H0231_md},
  {"diagnostics/H0232.md", page_diagnostics_H0232_md, sizeof page_diagnostics_H0232_md},
  {"diagnostics/H0233.md", page_diagnostics_H0233_md, sizeof page_diagnostics_H0233_md},
  {"diagnostics/H0234.md", page_diagnostics_H0234_md, sizeof page_diagnostics_H0234_md},
  {"diagnostics/H0235.md", page_diagnostics_H0235_md, sizeof page_diagnostics_H0235_md},
  {"diagnostics/H0236.md", page_diagnostics_H0236_md, sizeof page_diagnostics_H0236_md},
  {"diagnostics/H0237.md", page_diagnostics_H0237_md, sizeof page_diagnostics_H0237_md},
  {"diagnostics/H0238.md", page_diagnostics_H0238_md, sizeof page_diagnostics_H0238_md},
  {"diagnostics/H0239.md", page_diagnostics_H0239_md, sizeof page_diagnostics_H0239_md},
  {"diagnostics/H0250.md", page_diagnostics_H0250_md, sizeof page_diagnostics_H0250_md},
  {"diagnostics/H0251.md", page_diagnostics_H0251_md, sizeof page_diagnostics_H0251_md},
  {"diagnostics/H0252.md", page_diagnostics_H0252_md, sizeof page_diagnostics_H0252_md},
  {"diagnostics/H0253.md", page_diagnostics_H0253_md, sizeof page_diagnostics_H0253_md},
  {"diagnostics/H0254.md", page_diagnostics_H0254_md, sizeof page_diagnostics_H0254_md},
  {"diagnostics/H0255.md", page_diagnostics_H0255_md, sizeof page_diagnostics_H0255_md},
  {"diagnostics/H0256.md", page_diagnostics_H0256_md, sizeof page_diagnostics_H0256_md},
  {"diagnostics/H0257.md", page_diagnostics_H0257_md, sizeof page_diagnostics_H0257_md},
  {"diagnostics/H0258.md", page_diagnostics_H0258_md, sizeof page_diagnostics_H0258_md},
  {"diagnostics/H0259.md", page_diagnostics_H0259_md, sizeof page_diagnostics_H0259_md},
  {"diagnostics/H0260.md", page_diagnostics_H0260_md, sizeof page_diagnostics_H0260_md},
  {"diagnostics/H0261.md", page_diagnostics_H0261_md, sizeof page_diagnostics_H0261_md},
  {"diagnostics/H0262.md", page_diagnostics_H0262_md, sizeof page_diagnostics_H0262_md},
  {"diagnostics/H0263.md", page_diagnostics_H0263_md, sizeof page_diagnostics_H0263_md},
  {"diagnostics/H0264.md", page_diagnostics_H0264_md, sizeof page_diagnostics_H0264_md},
  {"diagnostics/H0265.md", page_diagnostics_H0265_md, sizeof page_diagnostics_H0265_md},
  {"diagnostics/H0301.md", page_diagnostics_H0301_md, sizeof page_diagnostics_H0301_md},
  {"diagnostics/H0302.md", page_diagnostics_H0302_md, sizeof page_diagnostics_H0302_md},
  {"diagnostics/H0303.md", page_diagnostics_H0303_md, sizeof page_diagnostics_H0303_md},
  {"diagnostics/H0304.md", page_diagnostics_H0304_md, sizeof page_diagnostics_H0304_md},
  {"diagnostics/H0305.md", page_diagnostics_H0305_md, sizeof page_diagnostics_H0305_md},
  {"diagnostics/H0306.md", page_diagnostics_H0306_md, sizeof page_diagnostics_H0306_md},
  {"diagnostics/H0307.md", page_diagnostics_H0307_md, sizeof page_diagnostics_H0307_md},
  {"diagnostics/H0308.md", page_diagnostics_H0308_md, sizeof page_diagnostics_H0308_md},
  {"diagnostics/H0309.md", page_diagnostics_H0309_md, sizeof page_diagnostics_H0309_md},
  {"diagnostics/H0310.md", page_diagnostics_H0310_md, sizeof page_diagnostics_H0310_md},
  {"diagnostics/H0311.md", page_diagnostics_H0311_md, sizeof page_diagnostics_H0311_md},
  {"diagnostics/H0312.md", page_diagnostics_H0312_md, sizeof page_diagnostics_H0312_md},
  {"diagnostics/H0313.md", page_diagnostics_H0313_md, sizeof page_diagnostics_H0313_md},
  {"diagnostics/H0314.md", page_diagnostics_H0314_md, sizeof page_diagnostics_H0314_md},
  {"diagnostics/H0315.md", page_diagnostics_H0315_md, sizeof page_diagnostics_H0315_md},
  {"diagnostics/H0316.md", page_diagnostics_H0316_md, sizeof page_diagnostics_H0316_md},
  {"diagnostics/H0317.md", page_diagnostics_H0317_md, sizeof page_diagnostics_H0317_md},
  {"diagnostics/H0318.md", page_diagnostics_H0318_md, sizeof page_diagnostics_H0318_md},
  {"diagnostics/H0319.md", page_diagnostics_H0319_md, sizeof page_diagnostics_H0319_md},
  {"diagnostics/H0320.md", page_diagnostics_H0320_md, sizeof page_diagnostics_H0320_md},
  {"diagnostics/H0321.md", page_diagnostics_H0321_md, sizeof page_diagnostics_H0321_md},
  {"diagnostics/H0322.md", page_diagnostics_H0322_md, sizeof page_diagnostics_H0322_md},
  {"diagnostics/H0323.md", page_diagnostics_H0323_md, sizeof page_diagnostics_H0323_md},
  {"diagnostics/H0324.md", page_diagnostics_H0324_md, sizeof page_diagnostics_H0324_md},
  {"diagnostics/H0325.md", page_diagnostics_H0325_md, sizeof page_diagnostics_H0325_md},
  {"diagnostics/H0330.md", page_diagnostics_H0330_md, sizeof page_diagnostics_H0330_md},
  {"diagnostics/H0332.md", page_diagnostics_H0332_md, sizeof page_diagnostics_H0332_md},
  {"diagnostics/H0333.md", page_diagnostics_H0333_md, sizeof page_diagnostics_H0333_md},
  {"diagnostics/H0334.md", page_diagnostics_H0334_md, sizeof page_diagnostics_H0334_md},
  {"diagnostics/H0335.md", page_diagnostics_H0335_md, sizeof page_diagnostics_H0335_md},
  {"diagnostics/H0336.md", page_diagnostics_H0336_md, sizeof page_diagnostics_H0336_md},
  {"diagnostics/H0337.md", page_diagnostics_H0337_md, sizeof page_diagnostics_H0337_md},
  {"diagnostics/H0338.md", page_diagnostics_H0338_md, sizeof page_diagnostics_H0338_md},
  {"diagnostics/H0339.md", page_diagnostics_H0339_md, sizeof page_diagnostics_H0339_md},
  {"diagnostics/H0340.md", page_diagnostics_H0340_md, sizeof page_diagnostics_H0340_md},
  {"diagnostics/H0341.md", page_diagnostics_H0341_md, sizeof page_diagnostics_H0341_md},
  {"diagnostics/H0342.md", page_diagnostics_H0342_md, sizeof page_diagnostics_H0342_md},
  {"diagnostics/H0343.md", page_diagnostics_H0343_md, sizeof page_diagnostics_H0343_md},
  {"diagnostics/H0344.md", page_diagnostics_H0344_md, sizeof page_diagnostics_H0344_md},
  {"diagnostics/H0345.md", page_diagnostics_H0345_md, sizeof page_diagnostics_H0345_md},
  {"diagnostics/H0346.md", page_diagnostics_H0346_md, sizeof page_diagnostics_H0346_md},
  {"diagnostics/H0347.md", page_diagnostics_H0347_md, sizeof page_diagnostics_H0347_md},
  {"diagnostics/H0348.md", page_diagnostics_H0348_md, sizeof page_diagnostics_H0348_md},
  {"diagnostics/H0349.md", page_diagnostics_H0349_md, sizeof page_diagnostics_H0349_md},
  {"diagnostics/H0350.md", page_diagnostics_H0350_md, sizeof page_diagnostics_H0350_md},
  {"diagnostics/H0351.md", page_diagnostics_H0351_md, sizeof page_diagnostics_H0351_md},
  {"diagnostics/H0352.md", page_diagnostics_H0352_md, sizeof page_diagnostics_H0352_md},
  {"diagnostics/H0353.md", page_diagnostics_H0353_md, sizeof page_diagnostics_H0353_md},
  {"diagnostics/H0354.md", page_diagnostics_H0354_md, sizeof page_diagnostics_H0354_md},
  {"diagnostics/H0355.md", page_diagnostics_H0355_md, sizeof page_diagnostics_H0355_md},
  {"diagnostics/H0360.md", page_diagnostics_H0360_md, sizeof page_diagnostics_H0360_md},
  {"diagnostics/H0361.md", page_diagnostics_H0361_md, sizeof page_diagnostics_H0361_md},
  {"diagnostics/H0362.md", page_diagnostics_H0362_md, sizeof page_diagnostics_H0362_md},
  {"diagnostics/H0363.md", page_diagnostics_H0363_md, sizeof page_diagnostics_H0363_md},
  {"diagnostics/H0364.md", page_diagnostics_H0364_md, sizeof page_diagnostics_H0364_md},
  {"diagnostics/H0365.md", page_diagnostics_H0365_md, sizeof page_diagnostics_H0365_md},
  {"diagnostics/H0366.md", page_diagnostics_H0366_md, sizeof page_diagnostics_H0366_md},
  {"diagnostics/H0367.md", page_diagnostics_H0367_md, sizeof page_diagnostics_H0367_md},
  {"diagnostics/H0368.md", page_diagnostics_H0368_md, sizeof page_diagnostics_H0368_md},
  {"diagnostics/H0369.md", page_diagnostics_H0369_md, sizeof page_diagnostics_H0369_md},
  {"diagnostics/H0370.md", page_diagnostics_H0370_md, sizeof page_diagnostics_H0370_md},
  {"diagnostics/H0371.md", page_diagnostics_H0371_md, sizeof page_diagnostics_H0371_md},
  {"diagnostics/H0372.md", page_diagnostics_H0372_md, sizeof page_diagnostics_H0372_md},
  {"diagnostics/H0373.md", page_diagnostics_H0373_md, sizeof page_diagnostics_H0373_md},
  {"diagnostics/H0374.md", page_diagnostics_H0374_md, sizeof page_diagnostics_H0374_md},
  {"diagnostics/H0375.md", page_diagnostics_H0375_md, sizeof page_diagnostics_H0375_md},
  {"diagnostics/H0376.md", page_diagnostics_H0376_md, sizeof page_diagnostics_H0376_md},
  {"diagnostics/H0377.md", page_diagnostics_H0377_md, sizeof page_diagnostics_H0377_md},
  {"diagnostics/H0378.md", page_diagnostics_H0378_md, sizeof page_diagnostics_H0378_md},
  {"diagnostics/H0379.md", page_diagnostics_H0379_md, sizeof page_diagnostics_H0379_md},
  {"diagnostics/H0380.md", page_diagnostics_H0380_md, sizeof page_diagnostics_H0380_md},
  {"diagnostics/H0381.md", page_diagnostics_H0381_md, sizeof page_diagnostics_H0381_md},
  {"diagnostics/H0382.md", page_diagnostics_H0382_md, sizeof page_diagnostics_H0382_md},
  {"diagnostics/H0383.md", page_diagnostics_H0383_md, sizeof page_diagnostics_H0383_md},
  {"diagnostics/H0384.md", page_diagnostics_H0384_md, sizeof page_diagnostics_H0384_md},
  {"diagnostics/H0385.md", page_diagnostics_H0385_md, sizeof page_diagnostics_H0385_md},
  {"diagnostics/H0386.md", page_diagnostics_H0386_md, sizeof page_diagnostics_H0386_md},
  {"diagnostics/H0387.md", page_diagnostics_H0387_md, sizeof page_diagnostics_H0387_md},
  {"diagnostics/H0388.md", page_diagnostics_H0388_md, sizeof page_diagnostics_H0388_md},
  {"diagnostics/H0389.md", page_diagnostics_H0389_md, sizeof page_diagnostics_H0389_md},
  {"diagnostics/H0390.md", page_diagnostics_H0390_md, sizeof page_diagnostics_H0390_md},
  {"diagnostics/H0391.md", page_diagnostics_H0391_md, sizeof page_diagnostics_H0391_md},
  {"diagnostics/H0392.md", page_diagnostics_H0392_md, sizeof page_diagnostics_H0392_md},
  {"diagnostics/H0393.md", page_diagnostics_H0393_md, sizeof page_diagnostics_H0393_md},
  {"diagnostics/H0394.md", page_diagnostics_H0394_md, sizeof page_diagnostics_H0394_md},
  {"diagnostics/H0395.md", page_diagnostics_H0395_md, sizeof page_diagnostics_H0395_md},
  {"diagnostics/H0397.md", page_diagnostics_H0397_md, sizeof page_diagnostics_H0397_md},
  {"diagnostics/H0398.md", page_diagnostics_H0398_md, sizeof page_diagnostics_H0398_md},
  {"diagnostics/H0399.md", page_diagnostics_H0399_md, sizeof page_diagnostics_H0399_md},
  {"diagnostics/H0501.md", page_diagnostics_H0501_md, sizeof page_diagnostics_H0501_md},
  {"diagnostics/H0502.md", page_diagnostics_H0502_md, sizeof page_diagnostics_H0502_md},
  {"diagnostics/H0503.md", page_diagnostics_H0503_md, sizeof page_diagnostics_H0503_md},
  {"diagnostics/H0504.md", page_diagnostics_H0504_md, sizeof page_diagnostics_H0504_md},
  {"diagnostics/H0505.md", page_diagnostics_H0505_md, sizeof page_diagnostics_H0505_md},
  {"diagnostics/H0506.md", page_diagnostics_H0506_md, sizeof page_diagnostics_H0506_md},
  {"diagnostics/H0510.md", page_diagnostics_H0510_md, sizeof page_diagnostics_H0510_md},
  {"diagnostics/H0511.md", page_diagnostics_H0511_md, sizeof page_diagnostics_H0511_md},
  {"diagnostics/H0512.md", page_diagnostics_H0512_md, sizeof page_diagnostics_H0512_md},
  {"diagnostics/H0513.md", page_diagnostics_H0513_md, sizeof page_diagnostics_H0513_md},
  {"diagnostics/H0514.md", page_diagnostics_H0514_md, sizeof page_diagnostics_H0514_md},
  {"diagnostics/H0515.md", page_diagnostics_H0515_md, sizeof page_diagnostics_H0515_md},
  {"diagnostics/H0516.md", page_diagnostics_H0516_md, sizeof page_diagnostics_H0516_md},
  {"diagnostics/H0517.md", page_diagnostics_H0517_md, sizeof page_diagnostics_H0517_md},
  {"diagnostics/H0518.md", page_diagnostics_H0518_md, sizeof page_diagnostics_H0518_md},
  {"diagnostics/H0519.md", page_diagnostics_H0519_md, sizeof page_diagnostics_H0519_md},
  {"diagnostics/H0520.md", page_diagnostics_H0520_md, sizeof page_diagnostics_H0520_md},
  {"diagnostics/H0521.md", page_diagnostics_H0521_md, sizeof page_diagnostics_H0521_md},
  {"diagnostics/H0522.md", page_diagnostics_H0522_md, sizeof page_diagnostics_H0522_md},
  {"diagnostics/H0530.md", page_diagnostics_H0530_md, sizeof page_diagnostics_H0530_md},
  {"diagnostics/H0531.md", page_diagnostics_H0531_md, sizeof page_diagnostics_H0531_md},
  {"diagnostics/H0532.md", page_diagnostics_H0532_md, sizeof page_diagnostics_H0532_md},
  {"diagnostics/H0533.md", page_diagnostics_H0533_md, sizeof page_diagnostics_H0533_md},
  {"diagnostics/H0534.md", page_diagnostics_H0534_md, sizeof page_diagnostics_H0534_md},
  {"diagnostics/H0550.md", page_diagnostics_H0550_md, sizeof page_diagnostics_H0550_md},
  {"diagnostics/H0551.md", page_diagnostics_H0551_md, sizeof page_diagnostics_H0551_md},
  {"diagnostics/H0552.md", page_diagnostics_H0552_md, sizeof page_diagnostics_H0552_md},
  {"diagnostics/H0553.md", page_diagnostics_H0553_md, sizeof page_diagnostics_H0553_md},
  {"diagnostics/H0554.md", page_diagnostics_H0554_md, sizeof page_diagnostics_H0554_md},
  {"diagnostics/H0560.md", page_diagnostics_H0560_md, sizeof page_diagnostics_H0560_md},
  {"diagnostics/H0561.md", page_diagnostics_H0561_md, sizeof page_diagnostics_H0561_md},
  {"diagnostics/H0562.md", page_diagnostics_H0562_md, sizeof page_diagnostics_H0562_md},
  {"diagnostics/H0563.md", page_diagnostics_H0563_md, sizeof page_diagnostics_H0563_md},
  {"diagnostics/H0564.md", page_diagnostics_H0564_md, sizeof page_diagnostics_H0564_md},
  {"diagnostics/H0565.md", page_diagnostics_H0565_md, sizeof page_diagnostics_H0565_md},
  {"diagnostics/H0601.md", page_diagnostics_H0601_md, sizeof page_diagnostics_H0601_md},
  {"diagnostics/H0602.md", page_diagnostics_H0602_md, sizeof page_diagnostics_H0602_md},
  {"diagnostics/H0603.md", page_diagnostics_H0603_md, sizeof page_diagnostics_H0603_md},
  {"diagnostics/H0604.md", page_diagnostics_H0604_md, sizeof page_diagnostics_H0604_md},
  {"diagnostics/H0605.md", page_diagnostics_H0605_md, sizeof page_diagnostics_H0605_md},
  {"diagnostics/H0606.md", page_diagnostics_H0606_md, sizeof page_diagnostics_H0606_md},
  {"diagnostics/H0607.md", page_diagnostics_H0607_md, sizeof page_diagnostics_H0607_md},
  {"diagnostics/H0608.md", page_diagnostics_H0608_md, sizeof page_diagnostics_H0608_md},
  {"diagnostics/H0609.md", page_diagnostics_H0609_md, sizeof page_diagnostics_H0609_md},
  {"diagnostics/H0610.md", page_diagnostics_H0610_md, sizeof page_diagnostics_H0610_md},
  {"diagnostics/H0611.md", page_diagnostics_H0611_md, sizeof page_diagnostics_H0611_md},
  {"diagnostics/H0612.md", page_diagnostics_H0612_md, sizeof page_diagnostics_H0612_md},
  {"diagnostics/H0613.md", page_diagnostics_H0613_md, sizeof page_diagnostics_H0613_md},
  {"diagnostics/H0614.md", page_diagnostics_H0614_md, sizeof page_diagnostics_H0614_md},
  {"diagnostics/H0615.md", page_diagnostics_H0615_md, sizeof page_diagnostics_H0615_md},
  {"diagnostics/H0616.md", page_diagnostics_H0616_md, sizeof page_diagnostics_H0616_md},
  {"diagnostics/H0617.md", page_diagnostics_H0617_md, sizeof page_diagnostics_H0617_md},
  {"diagnostics/H0618.md", page_diagnostics_H0618_md, sizeof page_diagnostics_H0618_md},
  {"diagnostics/H0619.md", page_diagnostics_H0619_md, sizeof page_diagnostics_H0619_md},
  {"diagnostics/H0630.md", page_diagnostics_H0630_md, sizeof page_diagnostics_H0630_md},
  {"diagnostics/H0631.md", page_diagnostics_H0631_md, sizeof page_diagnostics_H0631_md},
  {"diagnostics/H0632.md", page_diagnostics_H0632_md, sizeof page_diagnostics_H0632_md},
  {"diagnostics/H0633.md", page_diagnostics_H0633_md, sizeof page_diagnostics_H0633_md},
  {"diagnostics/H0634.md", page_diagnostics_H0634_md, sizeof page_diagnostics_H0634_md},
  {"diagnostics/H0635.md", page_diagnostics_H0635_md, sizeof page_diagnostics_H0635_md},
  {"diagnostics/H0636.md", page_diagnostics_H0636_md, sizeof page_diagnostics_H0636_md},
  {"diagnostics/H0637.md", page_diagnostics_H0637_md, sizeof page_diagnostics_H0637_md},
  {"diagnostics/H0638.md", page_diagnostics_H0638_md, sizeof page_diagnostics_H0638_md},
  {"diagnostics/H0639.md", page_diagnostics_H0639_md, sizeof page_diagnostics_H0639_md},
  {"diagnostics/H0640.md", page_diagnostics_H0640_md, sizeof page_diagnostics_H0640_md},
  {"diagnostics/H0641.md", page_diagnostics_H0641_md, sizeof page_diagnostics_H0641_md},
  {"diagnostics/H0642.md", page_diagnostics_H0642_md, sizeof page_diagnostics_H0642_md},
  {"diagnostics/H0643.md", page_diagnostics_H0643_md, sizeof page_diagnostics_H0643_md},
  {"diagnostics/H0644.md", page_diagnostics_H0644_md, sizeof page_diagnostics_H0644_md},
  {"diagnostics/H0645.md", page_diagnostics_H0645_md, sizeof page_diagnostics_H0645_md},
  {"diagnostics/H0646.md", page_diagnostics_H0646_md, sizeof page_diagnostics_H0646_md},
  {"diagnostics/H0647.md", page_diagnostics_H0647_md, sizeof page_diagnostics_H0647_md},
  {"diagnostics/H0648.md", page_diagnostics_H0648_md, sizeof page_diagnostics_H0648_md},
  {"diagnostics/H0649.md", page_diagnostics_H0649_md, sizeof page_diagnostics_H0649_md},
  {"diagnostics/H0650.md", page_diagnostics_H0650_md, sizeof page_diagnostics_H0650_md},
  {"diagnostics/H0651.md", page_diagnostics_H0651_md, sizeof page_diagnostics_H0651_md},
  {"diagnostics/H0652.md", page_diagnostics_H0652_md, sizeof page_diagnostics_H0652_md},
  {"diagnostics/H0653.md", page_diagnostics_H0653_md, sizeof page_diagnostics_H0653_md},
  {"diagnostics/H0654.md", page_diagnostics_H0654_md, sizeof page_diagnostics_H0654_md},
  {"diagnostics/H0655.md", page_diagnostics_H0655_md, sizeof page_diagnostics_H0655_md},
  {"diagnostics/H0656.md", page_diagnostics_H0656_md, sizeof page_diagnostics_H0656_md},
  {"diagnostics/H0657.md", page_diagnostics_H0657_md, sizeof page_diagnostics_H0657_md},
  {"diagnostics/H0658.md", page_diagnostics_H0658_md, sizeof page_diagnostics_H0658_md},
  {"diagnostics/H0659.md", page_diagnostics_H0659_md, sizeof page_diagnostics_H0659_md},
  {"diagnostics/H0660.md", page_diagnostics_H0660_md, sizeof page_diagnostics_H0660_md},
  {"diagnostics/H0670.md", page_diagnostics_H0670_md, sizeof page_diagnostics_H0670_md},
  {"diagnostics/H0671.md", page_diagnostics_H0671_md, sizeof page_diagnostics_H0671_md},
  {"diagnostics/H0672.md", page_diagnostics_H0672_md, sizeof page_diagnostics_H0672_md},
  {"diagnostics/H0673.md", page_diagnostics_H0673_md, sizeof page_diagnostics_H0673_md},
  {"diagnostics/H0674.md", page_diagnostics_H0674_md, sizeof page_diagnostics_H0674_md},
  {"diagnostics/H0700.md", page_diagnostics_H0700_md, sizeof page_diagnostics_H0700_md},
  {"diagnostics/H0701.md", page_diagnostics_H0701_md, sizeof page_diagnostics_H0701_md},
  {"diagnostics/H0702.md", page_diagnostics_H0702_md, sizeof page_diagnostics_H0702_md},
  {"diagnostics/H0703.md", page_diagnostics_H0703_md, sizeof page_diagnostics_H0703_md},
  {"diagnostics/H0704.md", page_diagnostics_H0704_md, sizeof page_diagnostics_H0704_md},
  {"diagnostics/H0705.md", page_diagnostics_H0705_md, sizeof page_diagnostics_H0705_md},
  {"diagnostics/H0706.md", page_diagnostics_H0706_md, sizeof page_diagnostics_H0706_md},
  {"diagnostics/H0708.md", page_diagnostics_H0708_md, sizeof page_diagnostics_H0708_md},
  {"diagnostics/H0709.md", page_diagnostics_H0709_md, sizeof page_diagnostics_H0709_md},
  {"diagnostics/H0710.md", page_diagnostics_H0710_md, sizeof page_diagnostics_H0710_md},
  {"diagnostics/H0711.md", page_diagnostics_H0711_md, sizeof page_diagnostics_H0711_md},
  {"diagnostics/H0712.md", page_diagnostics_H0712_md, sizeof page_diagnostics_H0712_md},
  {"diagnostics/H0713.md", page_diagnostics_H0713_md, sizeof page_diagnostics_H0713_md},
  {"diagnostics/H0720.md", page_diagnostics_H0720_md, sizeof page_diagnostics_H0720_md},
  {"diagnostics/H0725.md", page_diagnostics_H0725_md, sizeof page_diagnostics_H0725_md},
  {"diagnostics/H0730.md", page_diagnostics_H0730_md, sizeof page_diagnostics_H0730_md},
  {"diagnostics/H0731.md", page_diagnostics_H0731_md, sizeof page_diagnostics_H0731_md},
  {"diagnostics/H0750.md", page_diagnostics_H0750_md, sizeof page_diagnostics_H0750_md},
  {"diagnostics/H0751.md", page_diagnostics_H0751_md, sizeof page_diagnostics_H0751_md},
  {"diagnostics/H0752.md", page_diagnostics_H0752_md, sizeof page_diagnostics_H0752_md},
  {"diagnostics/H0753.md", page_diagnostics_H0753_md, sizeof page_diagnostics_H0753_md},
  {"diagnostics/H0754.md", page_diagnostics_H0754_md, sizeof page_diagnostics_H0754_md},
  {"diagnostics/H0755.md", page_diagnostics_H0755_md, sizeof page_diagnostics_H0755_md},
  {"diagnostics/H0756.md", page_diagnostics_H0756_md, sizeof page_diagnostics_H0756_md},
  {"diagnostics/H0757.md", page_diagnostics_H0757_md, sizeof page_diagnostics_H0757_md},
  {"diagnostics/H0758.md", page_diagnostics_H0758_md, sizeof page_diagnostics_H0758_md},
  {"diagnostics/H0759.md", page_diagnostics_H0759_md, sizeof page_diagnostics_H0759_md},
  {"diagnostics/H0760.md", page_diagnostics_H0760_md, sizeof page_diagnostics_H0760_md},
  {"diagnostics/H0761.md", page_diagnostics_H0761_md, sizeof page_diagnostics_H0761_md},
  {"diagnostics/H0762.md", page_diagnostics_H0762_md, sizeof page_diagnostics_H0762_md},
  {"diagnostics/H0763.md", page_diagnostics_H0763_md, sizeof page_diagnostics_H0763_md},
  {"diagnostics/H0764.md", page_diagnostics_H0764_md, sizeof page_diagnostics_H0764_md},
  {"diagnostics/H0770.md", page_diagnostics_H0770_md, sizeof page_diagnostics_H0770_md},
  {"diagnostics/H0771.md", page_diagnostics_H0771_md, sizeof page_diagnostics_H0771_md},
  {"diagnostics/H0772.md", page_diagnostics_H0772_md, sizeof page_diagnostics_H0772_md},
  {"diagnostics/H0773.md", page_diagnostics_H0773_md, sizeof page_diagnostics_H0773_md},
  {"diagnostics/H0774.md", page_diagnostics_H0774_md, sizeof page_diagnostics_H0774_md},
  {"diagnostics/H0775.md", page_diagnostics_H0775_md, sizeof page_diagnostics_H0775_md},
  {"diagnostics/H0776.md", page_diagnostics_H0776_md, sizeof page_diagnostics_H0776_md},
  {"diagnostics/H0777.md", page_diagnostics_H0777_md, sizeof page_diagnostics_H0777_md},
  {"diagnostics/H0784.md", page_diagnostics_H0784_md, sizeof page_diagnostics_H0784_md},
  {"diagnostics/H0785.md", page_diagnostics_H0785_md, sizeof page_diagnostics_H0785_md},
  {"diagnostics/H0786.md", page_diagnostics_H0786_md, sizeof page_diagnostics_H0786_md},
  {"diagnostics/H0787.md", page_diagnostics_H0787_md, sizeof page_diagnostics_H0787_md},
  {"diagnostics/H0788.md", page_diagnostics_H0788_md, sizeof page_diagnostics_H0788_md},
  {"diagnostics/H0800.md", page_diagnostics_H0800_md, sizeof page_diagnostics_H0800_md},
  {"diagnostics/H0801.md", page_diagnostics_H0801_md, sizeof page_diagnostics_H0801_md},
  {"diagnostics/H0802.md", page_diagnostics_H0802_md, sizeof page_diagnostics_H0802_md},
  {"diagnostics/H0803.md", page_diagnostics_H0803_md, sizeof page_diagnostics_H0803_md},
  {"diagnostics/H0804.md", page_diagnostics_H0804_md, sizeof page_diagnostics_H0804_md},
  {"diagnostics/H0805.md", page_diagnostics_H0805_md, sizeof page_diagnostics_H0805_md},
  {"diagnostics/H0806.md", page_diagnostics_H0806_md, sizeof page_diagnostics_H0806_md},
  {"diagnostics/H0807.md", page_diagnostics_H0807_md, sizeof page_diagnostics_H0807_md},
  {"diagnostics/H0808.md", page_diagnostics_H0808_md, sizeof page_diagnostics_H0808_md},
  {"diagnostics/H0809.md", page_diagnostics_H0809_md, sizeof page_diagnostics_H0809_md},
  {"index.md", page_index_md, sizeof page_index_md},
  {"reference/clauses/add.md", page_reference_clauses_add_md, sizeof page_reference_clauses_add_md},
  {"reference/clauses/count.md", page_reference_clauses_count_md, sizeof page_reference_clauses_count_md},
  {"reference/clauses/cover.md", page_reference_clauses_cover_md, sizeof page_reference_clauses_cover_md},
  {"reference/clauses/distinct.md", page_reference_clauses_distinct_md, sizeof page_reference_clauses_distinct_md},
  {"reference/clauses/drop.md", page_reference_clauses_drop_md, sizeof page_reference_clauses_drop_md},
  {"reference/clauses/each.md", page_reference_clauses_each_md, sizeof page_reference_clauses_each_md},
  {"reference/clauses/expect.md", page_reference_clauses_expect_md, sizeof page_reference_clauses_expect_md},
  {"reference/clauses/follow.md", page_reference_clauses_follow_md, sizeof page_reference_clauses_follow_md},
  {"reference/clauses/intersect.md", page_reference_clauses_intersect_md, sizeof page_reference_clauses_intersect_md},
  {"reference/clauses/minus.md", page_reference_clauses_minus_md, sizeof page_reference_clauses_minus_md},
  {"reference/clauses/pivot.md", page_reference_clauses_pivot_md, sizeof page_reference_clauses_pivot_md},
  {"reference/clauses/sample.md", page_reference_clauses_sample_md, sizeof page_reference_clauses_sample_md},
  {"reference/clauses/save.md", page_reference_clauses_save_md, sizeof page_reference_clauses_save_md},
  {"reference/clauses/select.md", page_reference_clauses_select_md, sizeof page_reference_clauses_select_md},
  {"reference/clauses/show.md", page_reference_clauses_show_md, sizeof page_reference_clauses_show_md},
  {"reference/clauses/skip.md", page_reference_clauses_skip_md, sizeof page_reference_clauses_skip_md},
  {"reference/clauses/sort.md", page_reference_clauses_sort_md, sizeof page_reference_clauses_sort_md},
  {"reference/clauses/summarize.md", page_reference_clauses_summarize_md, sizeof page_reference_clauses_summarize_md},
  {"reference/clauses/take.md", page_reference_clauses_take_md, sizeof page_reference_clauses_take_md},
  {"reference/clauses/top.md", page_reference_clauses_top_md, sizeof page_reference_clauses_top_md},
  {"reference/clauses/union.md", page_reference_clauses_union_md, sizeof page_reference_clauses_union_md},
  {"reference/clauses/where.md", page_reference_clauses_where_md, sizeof page_reference_clauses_where_md},
  {"reference/command-line.md", page_reference_command_line_md, sizeof page_reference_command_line_md},
  {"reference/data.md", page_reference_data_md, sizeof page_reference_data_md},
  {"reference/expressions.md", page_reference_expressions_md, sizeof page_reference_expressions_md},
  {"reference/formats.md", page_reference_formats_md, sizeof page_reference_formats_md},
  {"reference/functions/abs.md", page_reference_functions_abs_md, sizeof page_reference_functions_abs_md},
  {"reference/functions/acquaintance.md", page_reference_functions_acquaintance_md, sizeof page_reference_functions_acquaintance_md},
  {"reference/functions/activity.md", page_reference_functions_activity_md, sizeof page_reference_functions_activity_md},
  {"reference/functions/adamic_adar.md", page_reference_functions_adamic_adar_md, sizeof page_reference_functions_adamic_adar_md},
  {"reference/functions/association_strength.md", page_reference_functions_association_strength_md, sizeof page_reference_functions_association_strength_md},
  {"reference/functions/average_path.md", page_reference_functions_average_path_md, sizeof page_reference_functions_average_path_md},
  {"reference/functions/avg.md", page_reference_functions_avg_md, sizeof page_reference_functions_avg_md},
  {"reference/functions/betweenness.md", page_reference_functions_betweenness_md, sizeof page_reference_functions_betweenness_md},
  {"reference/functions/brokerage.md", page_reference_functions_brokerage_md, sizeof page_reference_functions_brokerage_md},
  {"reference/functions/ceil.md", page_reference_functions_ceil_md, sizeof page_reference_functions_ceil_md},
  {"reference/functions/claim.md", page_reference_functions_claim_md, sizeof page_reference_functions_claim_md},
  {"reference/functions/claims.md", page_reference_functions_claims_md, sizeof page_reference_functions_claims_md},
  {"reference/functions/closeness.md", page_reference_functions_closeness_md, sizeof page_reference_functions_closeness_md},
  {"reference/functions/clustering.md", page_reference_functions_clustering_md, sizeof page_reference_functions_clustering_md},
  {"reference/functions/common_neighbors.md", page_reference_functions_common_neighbors_md, sizeof page_reference_functions_common_neighbors_md},
  {"reference/functions/common_strengths.md", page_reference_functions_common_strengths_md, sizeof page_reference_functions_common_strengths_md},
  {"reference/functions/community.md", page_reference_functions_community_md, sizeof page_reference_functions_community_md},
  {"reference/functions/complementarity.md", page_reference_functions_complementarity_md, sizeof page_reference_functions_complementarity_md},
  {"reference/functions/component.md", page_reference_functions_component_md, sizeof page_reference_functions_component_md},
  {"reference/functions/concentration.md", page_reference_functions_concentration_md, sizeof page_reference_functions_concentration_md},
  {"reference/functions/constraint.md", page_reference_functions_constraint_md, sizeof page_reference_functions_constraint_md},
  {"reference/functions/contains.md", page_reference_functions_contains_md, sizeof page_reference_functions_contains_md},
  {"reference/functions/contains_all.md", page_reference_functions_contains_all_md, sizeof page_reference_functions_contains_all_md},
  {"reference/functions/core.md", page_reference_functions_core_md, sizeof page_reference_functions_core_md},
  {"reference/functions/cosine.md", page_reference_functions_cosine_md, sizeof page_reference_functions_cosine_md},
  {"reference/functions/count.md", page_reference_functions_count_md, sizeof page_reference_functions_count_md},
  {"reference/functions/date.md", page_reference_functions_date_md, sizeof page_reference_functions_date_md},
  {"reference/functions/day.md", page_reference_functions_day_md, sizeof page_reference_functions_day_md},
  {"reference/functions/decimal.md", page_reference_functions_decimal_md, sizeof page_reference_functions_decimal_md},
  {"reference/functions/degree.md", page_reference_functions_degree_md, sizeof page_reference_functions_degree_md},
  {"reference/functions/density.md", page_reference_functions_density_md, sizeof page_reference_functions_density_md},
  {"reference/functions/diameter.md", page_reference_functions_diameter_md, sizeof page_reference_functions_diameter_md},
  {"reference/functions/diversity.md", page_reference_functions_diversity_md, sizeof page_reference_functions_diversity_md},
  {"reference/functions/effective_size.md", page_reference_functions_effective_size_md, sizeof page_reference_functions_effective_size_md},
  {"reference/functions/ei_index.md", page_reference_functions_ei_index_md, sizeof page_reference_functions_ei_index_md},
  {"reference/functions/eigenvector.md", page_reference_functions_eigenvector_md, sizeof page_reference_functions_eigenvector_md},
  {"reference/functions/ends_with.md", page_reference_functions_ends_with_md, sizeof page_reference_functions_ends_with_md},
  {"reference/functions/entropy.md", page_reference_functions_entropy_md, sizeof page_reference_functions_entropy_md},
  {"reference/functions/exp.md", page_reference_functions_exp_md, sizeof page_reference_functions_exp_md},
  {"reference/functions/first.md", page_reference_functions_first_md, sizeof page_reference_functions_first_md},
  {"reference/functions/fit.md", page_reference_functions_fit_md, sizeof page_reference_functions_fit_md},
  {"reference/functions/floor.md", page_reference_functions_floor_md, sizeof page_reference_functions_floor_md},
  {"reference/functions/fold.md", page_reference_functions_fold_md, sizeof page_reference_functions_fold_md},
  {"reference/functions/greatest.md", page_reference_functions_greatest_md, sizeof page_reference_functions_greatest_md},
  {"reference/functions/h_degree.md", page_reference_functions_h_degree_md, sizeof page_reference_functions_h_degree_md},
  {"reference/functions/harmonic.md", page_reference_functions_harmonic_md, sizeof page_reference_functions_harmonic_md},
  {"reference/functions/hops.md", page_reference_functions_hops_md, sizeof page_reference_functions_hops_md},
  {"reference/functions/int.md", page_reference_functions_int_md, sizeof page_reference_functions_int_md},
  {"reference/functions/is_cut.md", page_reference_functions_is_cut_md, sizeof page_reference_functions_is_cut_md},
  {"reference/functions/jaccard.md", page_reference_functions_jaccard_md, sizeof page_reference_functions_jaccard_md},
  {"reference/functions/join.md", page_reference_functions_join_md, sizeof page_reference_functions_join_md},
  {"reference/functions/lag.md", page_reference_functions_lag_md, sizeof page_reference_functions_lag_md},
  {"reference/functions/last.md", page_reference_functions_last_md, sizeof page_reference_functions_last_md},
  {"reference/functions/lead.md", page_reference_functions_lead_md, sizeof page_reference_functions_lead_md},
  {"reference/functions/least.md", page_reference_functions_least_md, sizeof page_reference_functions_least_md},
  {"reference/functions/length.md", page_reference_functions_length_md, sizeof page_reference_functions_length_md},
  {"reference/functions/list.md", page_reference_functions_list_md, sizeof page_reference_functions_list_md},
  {"reference/functions/ln.md", page_reference_functions_ln_md, sizeof page_reference_functions_ln_md},
  {"reference/functions/log10.md", page_reference_functions_log10_md, sizeof page_reference_functions_log10_md},
  {"reference/functions/lower.md", page_reference_functions_lower_md, sizeof page_reference_functions_lower_md},
  {"reference/functions/max.md", page_reference_functions_max_md, sizeof page_reference_functions_max_md},
  {"reference/functions/median.md", page_reference_functions_median_md, sizeof page_reference_functions_median_md},
  {"reference/functions/min.md", page_reference_functions_min_md, sizeof page_reference_functions_min_md},
  {"reference/functions/modularity.md", page_reference_functions_modularity_md, sizeof page_reference_functions_modularity_md},
  {"reference/functions/month.md", page_reference_functions_month_md, sizeof page_reference_functions_month_md},
  {"reference/functions/novelty.md", page_reference_functions_novelty_md, sizeof page_reference_functions_novelty_md},
  {"reference/functions/overlap.md", page_reference_functions_overlap_md, sizeof page_reference_functions_overlap_md},
  {"reference/functions/pagerank.md", page_reference_functions_pagerank_md, sizeof page_reference_functions_pagerank_md},
  {"reference/functions/participation_coefficient.md", page_reference_functions_participation_coefficient_md, sizeof page_reference_functions_participation_coefficient_md},
  {"reference/functions/percentile.md", page_reference_functions_percentile_md, sizeof page_reference_functions_percentile_md},
  {"reference/functions/potential.md", page_reference_functions_potential_md, sizeof page_reference_functions_potential_md},
  {"reference/functions/pow.md", page_reference_functions_pow_md, sizeof page_reference_functions_pow_md},
  {"reference/functions/preferential_attachment.md", page_reference_functions_preferential_attachment_md, sizeof page_reference_functions_preferential_attachment_md},
  {"reference/functions/profile_similarity.md", page_reference_functions_profile_similarity_md, sizeof page_reference_functions_profile_similarity_md},
  {"reference/functions/proximity.md", page_reference_functions_proximity_md, sizeof page_reference_functions_proximity_md},
  {"reference/functions/quarter.md", page_reference_functions_quarter_md, sizeof page_reference_functions_quarter_md},
  {"reference/functions/rank.md", page_reference_functions_rank_md, sizeof page_reference_functions_rank_md},
  {"reference/functions/rao_stirling.md", page_reference_functions_rao_stirling_md, sizeof page_reference_functions_rao_stirling_md},
  {"reference/functions/rca.md", page_reference_functions_rca_md, sizeof page_reference_functions_rca_md},
  {"reference/functions/reasons.md", page_reference_functions_reasons_md, sizeof page_reference_functions_reasons_md},
  {"reference/functions/reciprocity.md", page_reference_functions_reciprocity_md, sizeof page_reference_functions_reciprocity_md},
  {"reference/functions/relatedness.md", page_reference_functions_relatedness_md, sizeof page_reference_functions_relatedness_md},
  {"reference/functions/relatedness_density.md", page_reference_functions_relatedness_density_md, sizeof page_reference_functions_relatedness_density_md},
  {"reference/functions/replace.md", page_reference_functions_replace_md, sizeof page_reference_functions_replace_md},
  {"reference/functions/resource_allocation.md", page_reference_functions_resource_allocation_md, sizeof page_reference_functions_resource_allocation_md},
  {"reference/functions/round.md", page_reference_functions_round_md, sizeof page_reference_functions_round_md},
  {"reference/functions/row_number.md", page_reference_functions_row_number_md, sizeof page_reference_functions_row_number_md},
  {"reference/functions/running_sum.md", page_reference_functions_running_sum_md, sizeof page_reference_functions_running_sum_md},
  {"reference/functions/same_set.md", page_reference_functions_same_set_md, sizeof page_reference_functions_same_set_md},
  {"reference/functions/share.md", page_reference_functions_share_md, sizeof page_reference_functions_share_md},
  {"reference/functions/similarity.md", page_reference_functions_similarity_md, sizeof page_reference_functions_similarity_md},
  {"reference/functions/slice.md", page_reference_functions_slice_md, sizeof page_reference_functions_slice_md},
  {"reference/functions/split.md", page_reference_functions_split_md, sizeof page_reference_functions_split_md},
  {"reference/functions/sqrt.md", page_reference_functions_sqrt_md, sizeof page_reference_functions_sqrt_md},
  {"reference/functions/starts_with.md", page_reference_functions_starts_with_md, sizeof page_reference_functions_starts_with_md},
  {"reference/functions/stddev.md", page_reference_functions_stddev_md, sizeof page_reference_functions_stddev_md},
  {"reference/functions/strength.md", page_reference_functions_strength_md, sizeof page_reference_functions_strength_md},
  {"reference/functions/sum.md", page_reference_functions_sum_md, sizeof page_reference_functions_sum_md},
  {"reference/functions/text.md", page_reference_functions_text_md, sizeof page_reference_functions_text_md},
  {"reference/functions/today.md", page_reference_functions_today_md, sizeof page_reference_functions_today_md},
  {"reference/functions/transitivity.md", page_reference_functions_transitivity_md, sizeof page_reference_functions_transitivity_md},
  {"reference/functions/transliterate.md", page_reference_functions_transliterate_md, sizeof page_reference_functions_transliterate_md},
  {"reference/functions/trim.md", page_reference_functions_trim_md, sizeof page_reference_functions_trim_md},
  {"reference/functions/ubiquity.md", page_reference_functions_ubiquity_md, sizeof page_reference_functions_ubiquity_md},
  {"reference/functions/upper.md", page_reference_functions_upper_md, sizeof page_reference_functions_upper_md},
  {"reference/functions/week.md", page_reference_functions_week_md, sizeof page_reference_functions_week_md},
  {"reference/functions/wu_palmer.md", page_reference_functions_wu_palmer_md, sizeof page_reference_functions_wu_palmer_md},
  {"reference/functions/year.md", page_reference_functions_year_md, sizeof page_reference_functions_year_md},
  {"reference/library.md", page_reference_library_md, sizeof page_reference_library_md},
  {"reference/pictures.md", page_reference_pictures_md, sizeof page_reference_pictures_md},
  {"reference/prompt.md", page_reference_prompt_md, sizeof page_reference_prompt_md},
  {"reference/sources.md", page_reference_sources_md, sizeof page_reference_sources_md},
  {"reference/statements/assert.md", page_reference_statements_assert_md, sizeof page_reference_statements_assert_md},
  {"reference/statements/def.md", page_reference_statements_def_md, sizeof page_reference_statements_def_md},
  {"reference/statements/for.md", page_reference_statements_for_md, sizeof page_reference_statements_for_md},
  {"reference/statements/if.md", page_reference_statements_if_md, sizeof page_reference_statements_if_md},
  {"reference/statements/language.md", page_reference_statements_language_md, sizeof page_reference_statements_language_md},
  {"reference/statements/let.md", page_reference_statements_let_md, sizeof page_reference_statements_let_md},
  {"reference/statements/network.md", page_reference_statements_network_md, sizeof page_reference_statements_network_md},
  {"reference/statements/param.md", page_reference_statements_param_md, sizeof page_reference_statements_param_md},
  {"reference/statements/print.md", page_reference_statements_print_md, sizeof page_reference_statements_print_md},
  {"reference/statements/test.md", page_reference_statements_test_md, sizeof page_reference_statements_test_md},
  {"reference/statements/use.md", page_reference_statements_use_md, sizeof page_reference_statements_use_md},
  {"reference/types.md", page_reference_types_md, sizeof page_reference_types_md},
  {"reference/values.md", page_reference_values_md, sizeof page_reference_values_md},
  {"topics/backtest.md", page_topics_backtest_md, sizeof page_topics_backtest_md},
  {"topics/evidence.md", page_topics_evidence_md, sizeof page_topics_evidence_md},
  {"topics/from-cypher.md", page_topics_from_cypher_md, sizeof page_topics_from_cypher_md},
  {"topics/from-jq.md", page_topics_from_jq_md, sizeof page_topics_from_jq_md},
  {"topics/from-jql.md", page_topics_from_jql_md, sizeof page_topics_from_jql_md},
  {"topics/from-sql.md", page_topics_from_sql_md, sizeof page_topics_from_sql_md},
  {"topics/many-values.md", page_topics_many_values_md, sizeof page_topics_many_values_md},
  {"topics/missing-values.md", page_topics_missing_values_md, sizeof page_topics_missing_values_md},
  {"topics/networks.md", page_topics_networks_md, sizeof page_topics_networks_md},
  {"topics/specialisation.md", page_topics_specialisation_md, sizeof page_topics_specialisation_md},
  {"topics/text-matching.md", page_topics_text_matching_md, sizeof page_topics_text_matching_md},
  {"tutorial.md", page_tutorial_md, sizeof page_tutorial_md},
};

const struct hora_page *hora_documentation(size_t *count) {
  *count = sizeof pages / sizeof pages[0];
  return pages;
}
